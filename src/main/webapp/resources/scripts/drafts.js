// Drafts save themselves: two seconds after the last change and when a field is left, through the page's own remote command.
(function () {
  'use strict';

  const guiche = window.guiche;
  const IDLE = 2000;
  const states = new WeakMap();
  let leaving = false;

  window.addEventListener('pageshow', function () {
    leaving = false;
  });

  function stateOf(container) {
    if (!states.has(container)) {
      states.set(container, { dirty: false, timer: 0, saving: false });
    }
    return states.get(container);
  }

  function say(container, which) {
    const form = container.closest('form') || container;
    const place = form.querySelector('[data-saved]') || document.querySelector('[data-saved]');
    if (place && place.dataset[which]) {
      place.textContent = place.dataset[which];
    }
  }

  function save(container) {
    const state = stateOf(container);
    clearTimeout(state.timer);
    if (leaving || !state.dirty || !container.isConnected || container.querySelector('[data-behind]')) {
      return;
    }
    const command = window[container.dataset.autosave];
    if (typeof command !== 'function') {
      return;
    }
    if (guiche.ajaxRunning()) {
      state.timer = setTimeout(save, 300, container);
      return;
    }
    state.dirty = false;
    say(container, 'saving');
    const ended = command();
    if (ended && ended.then) {
      ended.then(
        function () {
          if (!leaving) {
            sessionStorage.removeItem(kept());
          }
          guiche.stored(container.closest('form') || container);
        },
        function () {
          state.dirty = true;
          put(container);
          say(container, 'failed');
          state.timer = setTimeout(save, IDLE * 5, container);
        },
      );
    }
  }

  function changed(event, container) {
    if (event.target.closest('[data-unsaved]')) {
      return;
    }
    const state = stateOf(container);
    state.dirty = true;
    clearTimeout(state.timer);
    state.timer = setTimeout(save, IDLE, container);
  }

  guiche.on('input', '[data-autosave]', changed);

  // components tell of their changes through jQuery only; text was told of while it was typed
  document.addEventListener('DOMContentLoaded', function () {
    const listen = function (event) {
      const target = event.target instanceof Element ? event.target : null;
      const container = target && target.closest('[data-autosave]');
      if (container && target.matches('select,input[type=checkbox],input[type=radio],input[type=hidden],input[type=date]')) {
        changed(event, container);
      }
    };
    if (window.jQuery) {
      jQuery(document).on('change', listen);
    } else {
      document.addEventListener('change', listen);
    }
  });

  guiche.on('focusout', '[data-autosave]', function (event, container) {
    if (stateOf(container).dirty && event.target.matches('input,textarea,[contenteditable=true]')) {
      setTimeout(save, 50, container);
    }
  });

  function follow(form, address, tried) {
    if (guiche.ajaxRunning()) {
      setTimeout(follow, 50, form, address, tried);
    } else if (!stateOf(form).dirty) {
      if (!form.querySelector('[data-behind]')) {
        location.assign(address);
      }
    } else if (!tried) {
      save(form);
      setTimeout(follow, 50, form, address, true);
    }
  }

  // what is not saved yet is saved before a link is followed, so that the next page knows it
  guiche.on('click', 'a[href]', function (event, link) {
    const form = document.querySelector('form[data-autosave]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented;
    const leads = !link.target && link.origin === location.origin && !link.hash;
    if (form && plain && leads && stateOf(form).dirty && !form.querySelector('[data-behind]')) {
      event.preventDefault();
      follow(form, link.href, false);
    }
  });

  // ---- a session that ended under a form ---------------------------------------------------------------------------

  // What could not be saved waits in this window until the same person is back on the page, and is saved then.

  const SIGN_IN = '/accounts/signin';

  function kept() {
    return 'guiche.unsaved:' + location.pathname + ':' + (new URLSearchParams(location.search).get('code') || '');
  }

  function put(form) {
    const person = document.body.dataset.person;
    const fields = new URLSearchParams(Array.from(new FormData(form)).filter((pair) => typeof pair[1] === 'string'));
    fields.set(form.id + ':save', form.id + ':save');
    sessionStorage.setItem(kept(), JSON.stringify({ person: person, fields: fields.toString() }));
  }

  function send(fields) {
    const form = document.createElement('form');
    form.method = 'post';
    form.hidden = true;
    fields.forEach(function (value, name) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    });
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
  }

  function bringBack() {
    const stored = sessionStorage.getItem(kept());
    const person = document.body.dataset.person;
    if (!stored || !person) {
      return;
    }
    const unsaved = JSON.parse(stored);
    if (unsaved.person === person) {
      const fields = new URLSearchParams(unsaved.fields);
      fields.set('primefaces.nonce', PrimeFaces.csp.NONCE_VALUE);
      fetch(location.pathname, { method: 'POST', body: fields })
        .then((answer) => (answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer)))
        .then(function (page) {
          sessionStorage.removeItem(kept());
          if (page.includes('data-behind')) {
            send(fields); // another window was faster: the page asks which one counts
          } else {
            location.reload();
          }
        })
        .catch(() => {}); // it waits here for the next time
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    const answers = window.PrimeFaces && PrimeFaces.ajax && PrimeFaces.ajax.ResponseProcessor;
    if (answers) {
      const redirect = answers.doRedirect;
      answers.doRedirect = function (node) {
        leaving = true; // what is saved from here on, the next page would take for another window's
        const form = document.querySelector('form[data-autosave]');
        if (form && form.dataset.autosave && node.getAttribute('url').includes(SIGN_IN)) {
          put(form);
        }
        redirect.call(answers, node);
      };
    }
  });

  window.addEventListener('load', function () {
    if (window.jQuery && document.querySelector('form[data-autosave]')) {
      jQuery(bringBack); // after PrimeFaces has learnt the page's nonce
    }
  });

  /** Whether all that was typed on this page is kept on the server by now. */
  guiche.isSaved = function () {
    const forms = Array.from(document.querySelectorAll('[data-autosave]'));
    return !guiche.ajaxRunning() && !forms.some((form) => stateOf(form).dirty);
  };

  /** Saves at once what is not saved yet, for scripts. */
  guiche.save = save;
})();
