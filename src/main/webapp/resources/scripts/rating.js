// Ratings are sent in passing. Without scripts the form posts the whole page, and the answer is the same.
(function () {
  'use strict';

  document.addEventListener(
    'submit',
    function (event) {
      const form = event.target;
      if (!form.matches('form.rates')) {
        return;
      }
      event.preventDefault();
      const part = form.closest('#rating') || form;
      PrimeFaces.ab({ s: form.querySelector('button[type=submit]').id, f: form.id, p: form.id, u: part.id });
    },
    true,
  );
})();
