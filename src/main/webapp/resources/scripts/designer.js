// The designer of forms: acts are sent with what they are about; fields are dragged, or moved by keys.
(function () {
  'use strict';

  const guiche = window.guiche;
  const opened = new Map(); // which parts somebody has opened or closed, over every answer of the server

  function canvas() {
    return document.getElementById('design:canvas');
  }

  function send(act, about, done) {
    const parameters = [{ name: 'act', value: act }];
    Object.keys(about).forEach((name) => parameters.push({ name: name, value: about[name] }));
    const answer = window.designAct(parameters);
    if (done && answer && answer.then) {
      answer.then(() => setTimeout(done), () => {});
    }
  }

  function about(element) {
    const data = element.dataset;
    const parts = {};
    [['of', 'key'], ['at', 'at'], ['option', 'option'], ['group', 'group']].forEach(function (pair) {
      if (data[pair[0]] !== undefined) {
        parts[pair[1]] = data[pair[0]];
      }
    });
    return parts;
  }

  function pick(key) {
    return document.getElementById('pick-' + key);
  }

  function chosen() {
    const field = document.querySelector('#design\\:canvas .ff.sel[data-field]');
    return field ? field.dataset.field : '';
  }

  // ---- what is pressed, chosen or typed ----------------------------------------------------------------------------

  guiche.on('click', 'button[data-act]', function (event, button) {
    const act = button.dataset.act;
    send(act, about(button), function () {
      if (act === 'remove' || act === 'copy') {
        focus(pick(chosen()));
      }
    });
  });

  guiche.on('change', 'select[data-act], input[data-act]', function (event, field) {
    const question = field.dataset.confirmChange;
    if (question && field.value && !window.confirm(question)) {
      field.value = '';
      return;
    }
    const parts = about(field);
    parts.value = field.value;
    send(field.dataset.act, parts);
  });

  guiche.on('keydown', 'input[data-new]', function (event, field) {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (field.value.trim()) {
        field.dataset.sent = 'true';
        const parts = about(field);
        parts.value = field.value;
        send(field.dataset.new, parts);
      }
    }
  });
  guiche.on('change', 'input[data-new]', function (event, field) {
    if (field.value.trim() && !field.dataset.sent) {
      field.dataset.sent = 'true';
      const parts = about(field);
      parts.value = field.value;
      send(field.dataset.new, parts);
    }
  });
  // Enter in a field of the panel means that it is written, not that something is pressed
  guiche.on('keydown', '.fd-panel input', function (event, field) {
    if (event.key === 'Enter' && !field.dataset.new) {
      event.preventDefault();
      field.blur();
      field.focus();
    }
  });

  // what is dragged cannot be a button everywhere, so it only acts like one
  guiche.on('keydown', '.pal-item, .ff-pick', function (event, part) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      part.click();
    }
  });

  // ---- choosing a field --------------------------------------------------------------------------------------------

  function focus(element) {
    if (element) {
      element.focus();
      element.scrollIntoView({ block: 'nearest' });
    }
  }

  guiche.on('click', '.ff-pick', function (event, button) {
    if (window.designAct) {
      send('choose', { key: button.id.replace(/^pick-/, '') });
    }
  });

  guiche.on('keydown', '.ff-pick', function (event, button) {
    const key = button.id.replace(/^pick-/, '');
    if (!window.designAct || !button.closest('[data-field]')) {
      return;
    }
    const act = event.altKey && event.key === 'ArrowUp' ? 'up' : event.altKey && event.key === 'ArrowDown' ? 'down' : event.key === 'Delete' ? 'remove' : '';
    if (act) {
      event.preventDefault();
      send(act, { key: key }, () => focus(pick(chosen())));
    }
  });

  document.addEventListener('keydown', function (event) {
    const typing = event.target.closest && event.target.closest('input,textarea,select,[contenteditable=true]');
    const undo = document.getElementById('undo');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey && !typing && undo) {
      event.preventDefault();
      undo.click();
    }
  });

  // ---- putting fields in -------------------------------------------------------------------------------------------

  function added() {
    const label = document.getElementById('design:label');
    if (label) {
      label.focus();
      label.select();
    }
  }

  function add(kind, at) {
    send('add', { kind: kind, at: at }, added);
  }

  guiche.on('click', '.pal-item', function (event, tool) {
    const field = document.querySelector('#design\\:canvas .ff.sel[data-field]');
    add(tool.dataset.kind, field ? Number(field.dataset.place) + 1 : 9999);
  });

  // ---- dragging ----------------------------------------------------------------------------------------------------

  let dragged = null;
  let slot = null;
  let place = -1;

  function ended() {
    if (slot) {
      slot.remove();
    }
    document.querySelectorAll('.is-dragged').forEach((element) => element.classList.remove('is-dragged'));
    dragged = null;
    slot = null;
    place = -1;
  }

  document.addEventListener('dragstart', function (event) {
    const tool = event.target.closest && event.target.closest('.pal-item');
    const field = event.target.closest && event.target.closest('.ff[draggable=true]');
    if (tool || field) {
      dragged = tool
        ? { kind: tool.dataset.kind, label: tool.textContent.trim() }
        : { key: field.dataset.field, label: field.dataset.label };
      event.dataTransfer.effectAllowed = tool ? 'copy' : 'move';
      event.dataTransfer.setData('text/plain', dragged.label);
      setTimeout(() => (tool || field).classList.add('is-dragged'));
    }
  });
  document.addEventListener('dragend', ended);

  /** Before which field it would fall: the first whose middle lies below or, in the same row, right of the pointer. */
  function next(event) {
    const fields = Array.from(canvas().querySelectorAll('.ff[data-field], .ff[data-end]'));
    return fields.find(function (field) {
      const box = field.getBoundingClientRect();
      if (field.hasAttribute('data-end') || event.clientY < box.top) {
        return true;
      }
      const inRow = event.clientY <= box.bottom;
      const wide = box.width > canvas().getBoundingClientRect().width * 0.7;
      return inRow && (wide ? event.clientY < box.top + box.height / 2 : event.clientX < box.left + box.width / 2);
    });
  }

  guiche.on('dragover', '.canvas', function (event) {
    if (!dragged) {
      return;
    }
    event.preventDefault();
    if (event.target === slot) {
      return;
    }
    const before = next(event);
    const at = before.hasAttribute('data-end') ? canvas().querySelectorAll('.ff[data-field]').length : Number(before.dataset.place);
    if (at !== place || !slot) {
      place = at;
      slot = slot || document.createElement('div');
      slot.className = 'slot';
      slot.textContent = canvas().dataset.slot.replace('{0}', dragged.label);
      before.before(slot);
    }
  });
  guiche.on('dragleave', '.canvas', function (event, area) {
    if (slot && !(event.relatedTarget instanceof Element && area.contains(event.relatedTarget))) {
      slot.remove();
      slot = null;
      place = -1;
    }
  });
  guiche.on('drop', '.canvas', function (event) {
    if (!dragged) {
      return;
    }
    event.preventDefault();
    const what = dragged;
    const at = place < 0 ? 9999 : place;
    ended();
    if (what.kind) {
      add(what.kind, at);
    } else {
      send('move', { key: what.key, at: at }, () => focus(pick(what.key)));
    }
  });

  // ---- how it is looked at -----------------------------------------------------------------------------------------

  guiche.on('click', '[data-device-choice]', function (event, button) {
    button.closest('.fd-form').dataset.device = button.dataset.deviceChoice;
    document.querySelectorAll('[data-device-choice]').forEach(function (other) {
      other.setAttribute('aria-pressed', String(other === button));
      other.classList.toggle('ui-state-active', other === button);
    });
  });

  document.addEventListener(
    'toggle',
    function (event) {
      if (event.target.dataset && event.target.dataset.kept !== undefined) {
        opened.set(chosen() + ' ' + event.target.dataset.kept, event.target.open);
      }
    },
    true,
  );

  guiche.arrive(function () {
    document.querySelectorAll('details[data-kept]').forEach(function (part) {
      const known = opened.get(chosen() + ' ' + part.dataset.kept);
      if (known !== undefined) {
        part.open = known;
      }
    });
    if (window.designAct && canvas()) {
      canvas().querySelectorAll('.ff[data-field]').forEach((field) => (field.draggable = true));
    }
    const tools = document.querySelector('.fd-tools');
    if (tools && !tools.dataset.seen) {
      tools.dataset.seen = 'true';
      tools.open = window.matchMedia('(min-width:960px)').matches;
    }
    saved();
  });

  function saved() {
    document.querySelectorAll('[data-age]').forEach(function (place) {
      place.dataset.since = place.dataset.since || String(Date.now() - Number(place.dataset.age) * 1000);
      const seconds = Math.round((Date.now() - Number(place.dataset.since)) / 1000);
      if (seconds < 60) {
        place.textContent = seconds < 2 ? 'salvo agora' : 'salvo há ' + seconds + ' s';
      } else if (seconds < 3600) {
        place.textContent = 'salvo há ' + Math.floor(seconds / 60) + ' min';
      }
    });
  }

  setInterval(saved, 1000);

  // ---- dialogs -----------------------------------------------------------------------------------------------------

  function show(id) {
    const dialog = document.getElementById(id);
    document.querySelectorAll('details.g-menu[open]').forEach((menu) => (menu.open = false));
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  guiche.on('click', '[data-dialog]', (event, button) => show(button.dataset.dialog));
  guiche.on('click', '[data-summary]', function (event, button) {
    window.designSummary().then(function () {
      if (!document.querySelector('.g-refusals .ui-messages')) {
        show(button.dataset.summary);
      }
    });
  });
  guiche.on('click', '[data-shut]', (event, button) => button.closest('dialog').close());
  guiche.on('click', '[data-goto]', function (event, button) {
    button.closest('dialog').close();
    send('choose', { key: button.dataset.goto }, () => focus(pick(button.dataset.goto)));
  });
  guiche.on('paste', '#paste-dialog textarea', function (event, field) {
    setTimeout(() => jQuery(field).trigger('change'));
  });
  // once what was asked for in a dialog is done or refused, the page below says so
  document.addEventListener('DOMContentLoaded', function () {
    jQuery(document).on('pfAjaxComplete', function (event, xhr, settings) {
      const data = (settings && settings.data) || '';
      const from = /jakarta\.faces\.source=design%3A(take|confirm)(?:&|$)/.exec(data);
      const dialog = from && document.getElementById(from[1] === 'take' ? 'paste-dialog' : 'publish-dialog');
      if (dialog && dialog.open && !dialog.querySelector('.ui-message-error')) {
        dialog.close();
      }
    });
  });
})();
