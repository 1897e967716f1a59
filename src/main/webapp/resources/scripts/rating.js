// Ratings are sent in passing, also from parts of the page that arrived since: of those PrimeFaces knows nothing.
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
      PrimeFaces.ab({
        s: form.querySelector('button[type=submit]').id,
        f: form.id,
        p: form.id,
        u: part.id,
        pa: [{ name: 'primefaces.nonce', value: PrimeFaces.csp.NONCE_VALUE }],
      });
    },
    true,
  );
})();
