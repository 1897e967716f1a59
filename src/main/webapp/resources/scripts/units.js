/* A file that is chosen is read into the field that shows it: what is compared is what is seen. */
(function (document) {
  'use strict';
  document.addEventListener('change', function (event) {
    var chooser = event.target;
    var into = chooser.dataset && chooser.dataset.readsInto;
    if (!into || !chooser.files.length) {
      return;
    }
    chooser.files[0].text().then(function (text) {
      var field = document.getElementById(into);
      field.value = text;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    });
  });
})(document);
