// What every page does: theme, menus, copying, times that tick, busy buttons, errors that take the focus.
(function () {
  'use strict';

  const root = document.documentElement;
  const guiche = (window.guiche = window.guiche || {});

  /** Calls handler(event, element) for events inside elements that match the selector, now or later. */
  guiche.on = function (type, selector, handler) {
    document.addEventListener(type, function (event) {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target) {
        handler(event, target);
      }
    });
  };

  const arrivals = [];

  /** Calls handler(scope) for the page and for every part that ajax replaces. */
  guiche.arrive = function (handler) {
    arrivals.push(handler);
    if (document.readyState !== 'loading') {
      handler(document);
    }
  };

  function arrived(scope) {
    arrivals.forEach(function (handler) {
      handler(scope);
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    arrived(document);
  });

  /** For scripts that put a part of a page into its place themselves. */
  guiche.arrived = arrived;

  guiche.ajaxRunning = function () {
    return Boolean(window.PrimeFaces) && !PrimeFaces.ajax.Queue.isEmpty();
  };

  guiche.visible = function (element) {
    return element.getClientRects().length > 0;
  };

  // ---- theme -------------------------------------------------------------------------------------------------------

  const system = window.matchMedia('(prefers-color-scheme: dark)');

  function chosen() {
    const match = document.cookie.match(/(?:^|; )guiche-theme=(light|dark)/);
    return match ? match[1] : 'system';
  }

  function applyTheme() {
    const choice = chosen();
    root.dataset.theme = choice === 'system' ? (system.matches ? 'dark' : 'light') : choice;
    document.querySelectorAll('[data-theme-choice]').forEach(function (button) {
      const pressed = button.dataset.themeChoice === choice;
      button.setAttribute('aria-pressed', String(pressed));
      button.classList.toggle('ui-state-active', pressed);
    });
  }

  system.addEventListener('change', applyTheme);
  guiche.arrive(applyTheme);
  guiche.on('click', '[data-theme-choice]', function (event, button) {
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie =
      'guiche-theme=' + button.dataset.themeChoice + ';path=/;max-age=31536000;samesite=lax' + secure;
    applyTheme();
    const kept = button.closest('[data-keep]');
    if (kept) {
      fetch(kept.dataset.keep, { method: 'POST', body: new URLSearchParams({ theme: button.dataset.themeChoice }) }).catch(
        function () {
          // this browser remembers it all the same
        },
      );
    }
  });

  // ---- panes that open where there is no room for them ------------------------------------------------------------

  function open(button, pane, on) {
    pane.classList.toggle('is-open', on);
    button.setAttribute('aria-expanded', String(on));
    if (on) {
      pane.setAttribute('tabindex', '-1');
      pane.focus();
    } else {
      button.focus();
    }
  }

  guiche.on('click', '[data-opens]', function (event, button) {
    const pane = document.getElementById(button.dataset.opens);
    if (pane) {
      open(button, pane, !pane.classList.contains('is-open'));
    }
  });
  guiche.on('click', '[data-pane]', function (event) {
    document.querySelectorAll('.is-open').forEach(function (other) {
      if (!other.contains(event.target) && !event.target.closest('[data-opens]')) {
        other.classList.remove('is-open');
        document.querySelector('[data-opens="' + CSS.escape(other.id) + '"]').setAttribute('aria-expanded', 'false');
      }
    });
  });
  guiche.on('keydown', '.is-open', function (event, pane) {
    const button = document.querySelector('[data-opens="' + CSS.escape(pane.id) + '"]');
    if (event.key === 'Escape' && button && !event.defaultPrevented) {
      open(button, pane, false);
    }
  });
  guiche.arrive(function () {
    document.querySelectorAll('[data-opens]:not([aria-expanded])').forEach(function (button) {
      button.setAttribute('aria-expanded', 'false');
      button.setAttribute('aria-controls', button.dataset.opens);
    });
  });

  // ---- the button that leads to the answer is not in the way once one is there -----------------------------------

  guiche.arrive(function () {
    const button = document.querySelector('.fab:not([data-watches])');
    const place = button && document.querySelector(button.getAttribute('href'));
    if (place) {
      button.dataset.watches = '';
      new IntersectionObserver((seen) => (button.hidden = seen[seen.length - 1].isIntersecting)).observe(place);
    }
  });

  // what cannot be taken back is asked for first, before anything else hears of the click
  document.addEventListener(
    'click',
    function (event) {
      const button = event.target instanceof Element ? event.target.closest('[data-confirm]') : null;
      if (button && button.dataset.confirm && !window.confirm(button.dataset.confirm)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );

  // ---- menus that are details --------------------------------------------------------------------------------------

  function closeMenus(except) {
    document.querySelectorAll('details.g-account[open], details.g-menu[open]').forEach(function (menu) {
      if (menu !== except) {
        menu.open = false;
      }
    });
  }

  document.addEventListener('click', function (event) {
    closeMenus(event.target instanceof Element ? event.target.closest('details') : null);
  });
  document.addEventListener('keydown', function (event) {
    const menu = event.key === 'Escape' ? document.querySelector('details.g-account[open], details.g-menu[open]') : null;
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  guiche.arrive(function (scope) {
    scope.querySelectorAll('.ui-splitbutton-menubutton').forEach(function (button) {
      const named = button.closest('[data-more]') || button.parentElement.querySelector('[data-more]');
      const label = button.querySelector('.ui-button-text');
      if (named && label) {
        label.className = 'sr';
        label.textContent = named.dataset.more;
        jQuery(function () {
          button.setAttribute('aria-label', named.dataset.more); // after its widget gave it a general one
        });
      }
    });
  });

  // a menu to choose from is called by its label; what is chosen is its value
  guiche.arrive(function (scope) {
    scope.querySelectorAll('.ui-selectonemenu-label[role=combobox]').forEach(function (box) {
      const id = box.id.replace(/_label$/, '');
      const label = document.querySelector(
        'label[for="' + CSS.escape(id) + '"],label[for="' + CSS.escape(box.id) + '"],label[for="' + CSS.escape(id + '_focus') + '"],label[for="' + CSS.escape(id + '_input') + '"]',
      );
      if (label) {
        label.id = label.id || id + '_name';
        box.setAttribute('aria-labelledby', label.id);
      }
    });
  });

  // ---- copying -----------------------------------------------------------------------------------------------------

  guiche.on('click', '[data-copy]', function (event, button) {
    const label = button.querySelector('.ui-button-text') || button;
    const before = label.textContent;
    navigator.clipboard.writeText(button.dataset.copy).then(function () {
      label.textContent = button.dataset.copied;
      setTimeout(function () {
        label.textContent = before;
      }, 2000);
    });
  });

  guiche.on('change', '[data-submits]', function (event, field) {
    field.form.requestSubmit();
  });

  guiche.on('click', '[data-print]', function () {
    window.print();
  });

  // a page may stay open for long before it is printed
  window.addEventListener('beforeprint', function () {
    const now = new Date();
    const day = now.toLocaleDateString('pt-BR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    const time = now.getHours() + 'h' + String(now.getMinutes()).padStart(2, '0');
    document.querySelectorAll('[data-printed]').forEach((place) => (place.textContent = day + ', ' + time));
  });

  // ---- times that tick ---------------------------------------------------------------------------------------------

  const MINUTE = 60000;

  function ago(from, now) {
    const minutes = Math.floor((now - from) / MINUTE);
    if (minutes < 1) {
      return 'agora';
    }
    if (minutes < 60) {
      return 'há ' + minutes + ' min';
    }
    const hours = Math.floor(minutes / 60);
    return hours < 24 ? 'há ' + hours + ' h' : null;
  }

  function left(due, now) {
    const minutes = Math.floor(Math.abs(due - now) / MINUTE);
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return hours === 0 ? minutes + ' min' : hours + ' h' + (rest ? ' ' + String(rest).padStart(2, '0') : '');
  }

  const skew = Number(root.dataset.now) ? Number(root.dataset.now) - Date.now() : 0;

  function tick() {
    const now = Date.now() + skew;
    document.querySelectorAll('time[data-moment][datetime]').forEach(function (time) {
      const text = ago(Date.parse(time.dateTime), now);
      if (text && text !== time.textContent && /^(agora|há )/.test(time.textContent.trim())) {
        time.textContent = text;
      }
    });
    document.querySelectorAll('.g-sla[data-due]').forEach(function (chip) {
      const due = Date.parse(chip.dataset.due);
      if (due < now) {
        chip.className = 'g-sla sla-late';
        chip.textContent = 'há ' + left(due, now);
      } else {
        chip.textContent = left(due, now);
      }
    });
  }

  setInterval(tick, MINUTE / 2);

  // ---- ajax --------------------------------------------------------------------------------------------------------

  function source(settings) {
    const match = /(?:^|&)jakarta\.faces\.source=([^&]*)/.exec((settings && settings.data) || '');
    return match ? document.getElementById(decodeURIComponent(match[1])) : null;
  }

  function busy(button, on) {
    if (!button || !button.dataset || !button.dataset.busy) {
      return;
    }
    const label = button.querySelector('.ui-button-text');
    if (on && label && !button.dataset.idle) {
      button.dataset.idle = label.textContent;
      label.textContent = button.dataset.busy;
      button.setAttribute('aria-busy', 'true');
    } else if (!on && button.dataset.idle) {
      if (label) {
        label.textContent = button.dataset.idle; // not where the button was replaced meanwhile
      }
      delete button.dataset.idle;
      button.removeAttribute('aria-busy');
    }
  }

  /** The element that takes the focus for a field's client id: the field, or the part of a widget that is typed into. */
  guiche.focusable = function (id) {
    const field = document.getElementById(id);
    const part = document.getElementById(id + '_focus') || document.getElementById(id + '_input');
    const editor = field && field.closest('.ui-texteditor');
    if (editor) {
      return editor.querySelector('[contenteditable]') || field;
    }
    const files = field && field.closest('[data-uploads]');
    if (files) {
      return files.querySelector('input[type=file]') || field;
    }
    if (part && guiche.visible(part)) {
      return part;
    }
    if (field && field.matches('input,select,textarea,button,a')) {
      return field;
    }
    return (field && field.querySelector('input,select,textarea,button,[tabindex]')) || part || field;
  };

  /** Marks the fields that have a message beside them, and clears the others. */
  function markInvalid() {
    const wrong = [];
    document.querySelectorAll('.g-msg[id$="Msg"]').forEach(function (message) {
      const id = message.id.slice(0, -3);
      const field = document.getElementById(id);
      if (!field) {
        return;
      }
      const invalid = message.querySelector('.ui-message-error') !== null;
      const typed = guiche.focusable(id);
      field.classList.toggle('ui-state-error', invalid);
      const editor = field.closest('.ui-texteditor');
      if (editor) {
        editor.classList.toggle('ui-state-error', invalid);
      }
      if (typed) {
        if (invalid) {
          typed.setAttribute('aria-invalid', 'true');
        } else {
          typed.removeAttribute('aria-invalid');
        }
      }
      if (invalid) {
        wrong.push(typed || field);
      }
    });
    return wrong;
  }

  function focusError() {
    nameFields();
    const wrong = markInvalid().filter(guiche.visible);
    const refusal = document.querySelector('.g-refusals .ui-messages');
    if (wrong.length > 0) {
      wrong[0].focus();
    } else if (refusal) {
      refusal.setAttribute('tabindex', '-1');
      refusal.focus();
      refusal.scrollIntoView({ block: 'nearest' });
    }
  }

  /** A sentence on top says which field it is about. */
  function nameFields() {
    document.querySelectorAll('.g-refusals a[data-focus]:not([data-named])').forEach(function (link) {
      const id = link.dataset.focus;
      const label =
        document.getElementById(id + 'Label') ||
        document.querySelector('label[for="' + CSS.escape(id) + '"],label[for="' + CSS.escape(id + '_input') + '"]');
      link.dataset.named = '';
      if (label) {
        const name = label.cloneNode(true);
        name.querySelectorAll('.opt').forEach((part) => part.remove());
        link.prepend(name.textContent.trim() + ': ');
      }
    });
  }

  guiche.on('click', '[data-focus]', function (event, link) {
    const target = guiche.focusable(link.dataset.focus);
    if (target) {
      event.preventDefault();
      target.focus();
    }
  });

  /** A sentence on top of the page that the server could not say itself. */
  guiche.refuse = function (text) {
    let place = document.querySelector('.g-refusals');
    if (!place) {
      place = document.createElement('div');
      place.className = 'g-refusals';
      (document.querySelector('main') || document.body).prepend(place);
    }
    const box = document.createElement('div');
    box.className = 'ui-messages error';
    box.setAttribute('role', 'alert');
    const icon = document.createElement('span');
    icon.className = 'pi pi-times-circle';
    icon.setAttribute('aria-hidden', 'true');
    const sentence = document.createElement('div');
    sentence.className = 'grow';
    sentence.textContent = text;
    box.append(icon, sentence);
    place.replaceChildren(box);
    box.scrollIntoView({ block: 'nearest' });
  };

  const FAILURES = { 0: 'offline', 403: 'denied', 404: 'missing', 410: 'expired', 413: 'large' };

  function failed(xhr) {
    const code = xhr.getResponseHeader && xhr.getResponseHeader('X-Incident');
    const text = document.body.dataset[FAILURES[xhr.status] || 'fault'] || '';
    guiche.refuse(text.replace('{0}', code || '–'));
  }

  /** Without an answer PrimeFaces leaves the pressed button off for ever: whoever was cut off wants to press it again. */
  function release() {
    Object.values(PrimeFaces.widgets).forEach(function (widget) {
      const button = widget.button || widget.trigger || widget.jq;
      if (widget.ajaxCount === 0 && button && button.hasClass('ui-state-loading')) {
        PrimeFaces.buttonEndAjaxDisabled(widget, button);
      }
    });
  }

  function connectPrimeFaces() {
    if (!window.jQuery || !window.PrimeFaces) {
      return;
    }
    let pressed = null;
    let answered = false; // a field, which keeps the focus whatever is wrong with others
    let texts = [];
    jQuery(document)
      .on('pfAjaxSend', function (event, xhr, settings) {
        pressed = source(settings);
        answered = Boolean(pressed && pressed.closest('.g-field, .opt-card'));
        texts = pressed && pressed.matches('button') && pressed.form ? guiche.texts(pressed.form) : [];
        busy(pressed, true);
      })
      .on('pfAjaxComplete', function (event, xhr) {
        if (xhr && xhr.status === 200 && !document.querySelector('.ui-message-error, .g-refusals .ui-messages')) {
          guiche.forget(texts);
        }
        busy(pressed, false);
        if (pressed && pressed.id && document.getElementById(pressed.id) !== pressed) {
          busy(document.getElementById(pressed.id), false);
        }
        arrived(document);
        const heading = document.querySelector('[data-autofocus]');
        const wrong = document.querySelector('.ui-message-error, .g-refusals .ui-messages');
        if (wrong && !answered) {
          focusError();
        } else {
          nameFields();
          markInvalid();
          if (heading && !wrong) {
            heading.removeAttribute('data-autofocus');
            heading.focus();
          }
        }
      })
      .on('pfAjaxError', function (event, xhr) {
        failed(xhr);
        setTimeout(release);
      });
  }

  document.addEventListener('DOMContentLoaded', function () {
    connectPrimeFaces();
    if (document.querySelector('.ui-message-error, .g-refusals .ui-messages')) {
      focusError();
    } else {
      const heading = document.querySelector('[data-autofocus]');
      if (heading) {
        heading.removeAttribute('data-autofocus');
        heading.focus();
      }
    }
  });

  // a second press of a button that posts the whole page does nothing
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (!event.defaultPrevented) {
      form.dataset.sent = 'true';
      setTimeout(function () {
        delete form.dataset.sent;
      }, 8000);
    }
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
    });
  });
})();
