// What a link explains, in a sheet over the page. Without scripts, in another tab, or when it cannot be fetched, the link leads to its page.
(function () {
  'use strict';

  const guiche = window.guiche;

  function sheet(content, close) {
    const dialog = document.createElement('dialog');
    dialog.className = 'ui-dialog xp-sheet';
    dialog.setAttribute('aria-labelledby', 'explanation-title');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'ui-button ui-button-flat ui-button-icon-only sm xp-close';
    button.setAttribute('aria-label', close);
    button.title = close;
    button.innerHTML = '<span class="pi pi-times" aria-hidden="true"></span>';
    button.addEventListener('click', () => dialog.close());
    dialog.append(button, content);
    return dialog;
  }

  function show(link, content) {
    const dialog = sheet(content, document.querySelector('#keys-sheet [data-close]').title);
    document.body.append(dialog);
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', function () {
      dialog.remove();
      const opener = link.isConnected ? link : document.querySelector('a[data-sheet="' + link.dataset.sheet + '"]');
      if (opener) {
        opener.focus();
      }
    });
    dialog.showModal();
    dialog.querySelector('#explanation-title').focus();
  }

  function open(link) {
    link.setAttribute('aria-busy', 'true');
    fetch(link.href, { credentials: 'same-origin' })
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer)))
      .then(function (text) {
        const content = new DOMParser().parseFromString(text, 'text/html').getElementById(link.dataset.sheet);
        return content ? show(link, document.importNode(content, true)) : Promise.reject(link);
      })
      .catch(() => location.assign(link.href))
      .finally(() => link.removeAttribute('aria-busy'));
  }

  guiche.on('click', 'a[data-sheet]', function (event, link) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.getAttribute('aria-busy')) {
      return;
    }
    event.preventDefault();
    open(link);
  });
})();
