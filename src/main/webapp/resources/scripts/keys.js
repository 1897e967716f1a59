// The keyboard: data-key presses its element, F6 goes round the panes, lists are one tab stop, ? shows what there is.
(function () {
  'use strict';

  const guiche = window.guiche;
  const OFF = 'guiche-keys-off';

  function isTyping(element) {
    return Boolean(
      element &&
        element.closest('input:not([type=checkbox]):not([type=radio]):not([type=file]),textarea,select,[contenteditable=true],[role=combobox],[role=listbox]'),
    );
  }

  function singleKeysOff() {
    try {
      return localStorage.getItem(OFF) === 'true';
    } catch (e) {
      return false;
    }
  }

  function combination(event) {
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return (mod ? 'mod+' : '') + (event.altKey ? 'alt+' : '') + key;
  }

  function pressable(element) {
    return guiche.visible(element) && !element.disabled && element.getAttribute('aria-disabled') !== 'true';
  }

  /** The element to press: the one in the form where the focus is comes first. */
  function find(keys, focused) {
    const form = focused && focused.closest('form');
    const all = Array.from(document.querySelectorAll('[data-key]')).filter(function (element) {
      return element.dataset.key === keys && pressable(element);
    });
    return all.find((element) => form && form.contains(element)) || all[0];
  }

  /** Of a group that is pressed as one, its first button. */
  function buttonOf(element) {
    return element.matches('a,button') ? element : element.querySelector('a,button') || element;
  }

  function press(element) {
    if (element.matches('input,textarea,select,[contenteditable=true]')) {
      element.focus();
    } else {
      buttonOf(element).click();
    }
  }

  document.addEventListener('keydown', function (event) {
    if (event.defaultPrevented || event.isComposing || document.querySelector('.ui-dialog[aria-hidden="false"] .ui-widget-overlay')) {
      return;
    }
    const keys = combination(event);
    const typing = isTyping(event.target);
    if (event.key === 'F6') {
      event.preventDefault();
      nextPane(event.shiftKey ? -1 : 1);
      return;
    }
    if (typing && !keys.startsWith('mod+')) {
      return;
    }
    if (!keys.startsWith('mod+') && singleKeysOff()) {
      return;
    }
    if (keys === '?' ) {
      event.preventDefault();
      showSheet();
      return;
    }
    const element = find(keys, event.target);
    if (element) {
      event.preventDefault();
      press(element);
    }
  });

  // ---- panes -------------------------------------------------------------------------------------------------------

  function nextPane(step) {
    const panes = Array.from(document.querySelectorAll('[data-pane]')).filter(guiche.visible);
    if (panes.length === 0) {
      return;
    }
    const current = panes.findIndex((pane) => pane.contains(document.activeElement));
    const pane = panes[(current + step + panes.length) % panes.length];
    const places = pane.querySelectorAll('[tabindex="0"],a[href],button,input,textarea,select,[contenteditable=true]');
    const target = Array.from(places).find(pressable) || pane;
    if (target === pane) {
      pane.setAttribute('tabindex', '-1');
    }
    target.focus();
  }

  // ---- lists with one tab stop -------------------------------------------------------------------------------------

  const ITEMS = 'a.q-item, a.tk-row, [data-roving-item]';

  function itemsOf(list) {
    return Array.from(list.querySelectorAll(ITEMS)).filter(guiche.visible);
  }

  guiche.arrive(function () {
    document.querySelectorAll('[data-roving]').forEach(function (list) {
      const items = itemsOf(list);
      const current =
        items.find((item) => item === document.activeElement) ||
        items.find((item) => item.getAttribute('aria-current')) ||
        items[0];
      items.forEach(function (item) {
        item.tabIndex = item === current ? 0 : -1;
      });
    });
  });

  function move(list, item, step) {
    const items = itemsOf(list);
    const next = items[items.indexOf(item) + step];
    if (next) {
      item.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
  }

  const STEPS = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 };

  document.addEventListener('keydown', function (event) {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    const letter = event.key.length === 1;
    if (letter && singleKeysOff()) {
      return;
    }
    let list = event.target.closest ? event.target.closest('[data-roving]') : null;
    let item = list && event.target.closest(ITEMS);
    if (!item && letter) {
      list = document.querySelector('[data-roving]');
      item = list && itemsOf(list).find((candidate) => candidate.tabIndex === 0);
      if (item && event.target !== item) {
        event.preventDefault();
        item.focus();
        if (item.getAttribute('aria-current')) {
          move(list, item, step);
        }
        return;
      }
    }
    if (list && item) {
      event.preventDefault();
      move(list, item, step);
    }
  });

  // ---- the sheet of keys -------------------------------------------------------------------------------------------

  function nameOf(element) {
    return (element.getAttribute('aria-label') || element.title || buttonOf(element).textContent).trim();
  }

  function row(keys, text) {
    const line = document.createElement('li');
    const label = document.createElement('span');
    label.className = 'grow';
    label.textContent = text;
    line.append(label);
    keys.split('+').forEach(function (key) {
      const cap = document.createElement('kbd');
      cap.textContent = key === 'mod' ? 'Ctrl' : key.length === 1 ? key.toUpperCase() : key;
      line.append(cap);
    });
    return line;
  }

  function showSheet() {
    const sheet = document.getElementById('keys-sheet');
    if (!sheet || sheet.open) {
      return;
    }
    const seen = new Set();
    const list = document.createElement('ul');
    document.querySelectorAll('[data-key]').forEach(function (element) {
      if (pressable(element) && !seen.has(element.dataset.key)) {
        seen.add(element.dataset.key);
        list.append(row(element.dataset.key, nameOf(element)));
      }
    });
    if (document.querySelector('[data-roving]')) {
      list.append(row('J', sheet.dataset.down), row('K', sheet.dataset.up));
    }
    list.append(row('F6', sheet.dataset.panes));
    sheet.querySelector('.keys-list').replaceChildren(list);
    const off = sheet.querySelector('input');
    off.checked = !singleKeysOff();
    sheet.showModal();
  }

  guiche.on('change', '#keys-sheet input', function (event, box) {
    try {
      localStorage.setItem(OFF, String(!box.checked));
    } catch (e) {
      // the browser keeps nothing: the choice lasts for this page
    }
  });
  guiche.on('click', '#keys-sheet [data-close]', function (event, button) {
    button.closest('dialog').close();
  });
})();
