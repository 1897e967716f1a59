// Prazos e calendário: a calendar file goes up as text, so that what it brings can be shown before it is taken over.
(function () {
  'use strict';

  const guiche = window.guiche;
  const LARGEST = 500000;
  const SOON = 2000;

  // what goes on is asked about again until it has ended; the asking itself is not heard of by arrive
  let asking = false;

  function ask() {
    const part = document.querySelector('[data-again]');
    asking = Boolean(part);
    if (part) {
      window[part.dataset.again]();
      setTimeout(ask, SOON);
    }
  }

  guiche.arrive(function () {
    if (!asking && document.querySelector('[data-again]')) {
      asking = true;
      setTimeout(ask, SOON);
    }
  });

  guiche.on('change', 'input[data-reads]', function (event, input) {
    const file = input.files[0];
    input.value = '';
    if (!file) {
      return;
    }
    if (file.size > LARGEST) {
      window.alert(input.dataset.large);
      return;
    }
    file.text().then(function (text) {
      document.getElementById(input.dataset.reads).value = text;
      window.readCalendarFile();
    });
  });
})();
