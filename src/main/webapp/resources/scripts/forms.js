// Forms: numbers written as people write them, unsaved text asked about, text kept in this browser until it was sent.
(function () {
  'use strict';

  const guiche = window.guiche;

  // ---- masks -------------------------------------------------------------------------------------------------------

  function grouped(digits, sizes, marks) {
    let rest = digits;
    let text = '';
    for (let i = 0; i < sizes.length && rest; i++) {
      text += (i > 0 ? marks[i - 1] : '') + rest.slice(0, sizes[i]);
      rest = rest.slice(sizes[i]);
    }
    return text;
  }

  const MASKS = {
    cpf: (text) => grouped(text.replace(/\D/g, '').slice(0, 11), [3, 3, 3, 2], ['.', '.', '-']),
    cnpj: (text) =>
      grouped(
        text.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 14),
        [2, 3, 3, 4, 2],
        ['.', '.', '/', '-'],
      ),
    phone: function (text) {
      if (text.trim().startsWith('+')) {
        return text;
      }
      const digits = text.replace(/\D/g, '').slice(0, 11);
      if (digits.length < 3) {
        return digits;
      }
      const rest = digits.slice(2);
      const cut = rest.length > 8 ? 5 : 4;
      return '(' + digits.slice(0, 2) + ') ' + rest.slice(0, cut) + (rest.length > cut ? '-' + rest.slice(cut) : '');
    },
  };

  guiche.on('input', 'input[data-mask]', function (event, input) {
    const mask = MASKS[input.dataset.mask];
    const atEnd = input.selectionStart === input.value.length;
    if (mask && atEnd) {
      input.value = mask(input.value);
    }
  });
  guiche.on('focusout', 'input[data-mask]', function (event, input) {
    const mask = MASKS[input.dataset.mask];
    if (mask && input.value) {
      input.value = mask(input.value);
    }
  });

  guiche.on('click', '[data-reveal]', function (event, button) {
    const input = document.getElementById(button.dataset.reveal);
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!shown));
  });

  // ---- lists that open -----------------------------------------------------------------------------------------------

  // a list is called as its field is; the headings in it name their groups and are nothing to be chosen
  new MutationObserver(function (records) {
    records.forEach(function (record) {
      const box = record.target;
      const list = box.matches('.ui-selectonemenu-label[aria-expanded=true]') && document.getElementById(box.id.replace(/_label$/, '_items'));
      if (list) {
        list.setAttribute('aria-labelledby', box.getAttribute('aria-labelledby'));
        list.querySelectorAll('.ui-selectonemenu-item-group').forEach((heading) => heading.removeAttribute('tabindex'));
      }
    });
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['aria-expanded'] });

  // ---- choices from a tree -----------------------------------------------------------------------------------------

  // what is chosen is shown with the way to it; the list says the way once, above all that is there
  document.addEventListener('DOMContentLoaded', function () {
    if (window.jQuery) {
      jQuery(document).on('change', '.g-tree select', function () {
        const menu = PrimeFaces.getWidgetById(this.id.replace(/_input$/, ''));
        const option = this.options[this.selectedIndex];
        const place = option && option.closest('optgroup');
        if (menu && option) {
          menu.cfg.labelTemplate = (place ? place.label + ' › ' : '') + '{0}';
          menu.setLabel(option.text);
        }
      });
    }
  });

  // ---- unsaved text ------------------------------------------------------------------------------------------------

  const changed = new Set();

  guiche.on('input', 'form[data-guard]', function (event, form) {
    changed.add(form);
  });
  document.addEventListener('submit', function (event) {
    changed.delete(event.target);
  });
  window.addEventListener('beforeunload', function (event) {
    const open = Array.from(changed).some((form) => form.isConnected && hasText(form));
    if (open) {
      event.preventDefault();
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    const answers = window.PrimeFaces && PrimeFaces.ajax && PrimeFaces.ajax.ResponseProcessor;
    if (answers) {
      const redirect = answers.doRedirect;
      answers.doRedirect = function (node) {
        changed.clear(); // it was taken, or waits in this browser for the next sign-in
        redirect.call(answers, node);
      };
    }
  });

  function hasText(form) {
    return Array.from(form.querySelectorAll('textarea,input[type=text],input:not([type])')).some(
      (field) => field.value.trim() !== '' && field.value !== field.defaultValue,
    );
  }

  /** For scripts of pages: what was typed in that form has been stored. */
  guiche.stored = function (form) {
    changed.delete(form);
    guiche.forget(guiche.texts(form));
  };

  // ---- text kept in this browser -----------------------------------------------------------------------------------

  const PREFIX = 'guiche-text:' + location.pathname + location.search + ':';

  function kept(form) {
    // a form that saves all of itself is kept by the server, and by drafts.js when the session ended
    return !form.matches('[data-autosave]') && (form.matches('[data-guard]') || form.querySelector('[data-autosave]'));
  }

  function keep(field) {
    try {
      if (field.value.trim()) {
        sessionStorage.setItem(PREFIX + field.id, field.value);
      } else {
        sessionStorage.removeItem(PREFIX + field.id);
      }
    } catch (e) {
      // storage is full or forbidden: the server's draft remains
    }
  }

  /** The ids of the texts in a form. */
  guiche.texts = function (form) {
    return Array.from(form.querySelectorAll('textarea[id]'), (field) => field.id);
  };

  /** What was sent or saved needs no copy here. */
  guiche.forget = function (ids) {
    ids.forEach(function (id) {
      try {
        sessionStorage.removeItem(PREFIX + id);
      } catch (e) {
        // nothing was kept
      }
    });
  };

  guiche.on('input', 'textarea[id]', function (event, field) {
    if (field.form && kept(field.form)) {
      keep(field);
    }
  });

  guiche.arrive(function (scope) {
    scope.querySelectorAll('textarea[id]').forEach(function (field) {
      if (field.dataset.looked || !field.form || !kept(field.form)) {
        return;
      }
      field.dataset.looked = 'true';
      let text = null;
      try {
        text = sessionStorage.getItem(PREFIX + field.id);
      } catch (e) {
        // nothing was kept
      }
      if (text && !field.value.trim()) {
        field.value = text;
        field.dispatchEvent(new Event('restored', { bubbles: true }));
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
  });
})();
