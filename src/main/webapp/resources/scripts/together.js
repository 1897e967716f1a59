// What is asked about the open ticket and others: a button asks, the server sends the dialog, which opens once it is there.
(function () {
  'use strict';

  const guiche = window.guiche;
  let asker = null;

  guiche.on('click', '[data-ask]', function (event, button) {
    if (typeof window.askDesk !== 'function') {
      return;
    }
    const menu = button.closest('details.g-menu');
    if (menu) {
      menu.open = false;
    }
    asker = menu ? menu.querySelector('summary') : button;
    window.askDesk(
      ['ask', 'other', 'role', 'message'].map((name) => ({ name: name, value: button.dataset[name] || '' })),
    );
  });

  guiche.on('click', '[data-asking] [data-stop]', function (event, button) {
    button.closest('dialog').close();
  });

  function first(dialog) {
    const found = dialog.querySelector('.found');
    return found
      ? dialog.querySelector('button[type=submit]')
      : dialog.querySelector('input:not([type=hidden]):not([type=radio]):not([type=checkbox]),textarea') ||
          dialog.querySelector('button[type=submit]');
  }

  function goBack() {
    if (asker && asker.isConnected) {
      asker.focus();
    }
    asker = null;
  }

  guiche.arrive(function () {
    const dialog = document.querySelector('[data-asking]');
    if (!dialog) {
      if (asker && document.activeElement === document.body) {
        goBack(); // it is done
      }
      return;
    }
    if (dialog.open) {
      return;
    }
    dialog.showModal();
    // what it is about stands on top of the page: its keys are its own
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.addEventListener('close', goBack);
    const target = first(dialog);
    if (target) {
      target.focus();
    }
  });
})();
