// The triage board: one card is open, with the buttons of the sectors; several may be picked; keys, buttons and drags do the same.
(function () {
  'use strict';

  const guiche = window.guiche;
  const SHOWN = 10000;
  const picked = new Set();
  let open = null; // the code of the open card
  let place = 0; // where it stands, for the one that takes its place
  let last = null; // where a range of picked cards begins
  let hide = 0;

  const all = () => Array.from(document.querySelectorAll('#entry .tcard'));
  const cardOf = (code) => document.getElementById('t' + code);
  const targets = () => document.getElementById('targets');

  // ---- the open card ----------------------------------------------------------------------------------------------

  function choose(card) {
    all().forEach(function (other) {
      const chosen = other === card;
      other.classList.toggle('sel', chosen);
      other.tabIndex = chosen ? 0 : -1;
      if (chosen) {
        other.setAttribute('aria-current', 'true');
      } else {
        other.removeAttribute('aria-current');
      }
      const pick = other.querySelector('[data-pick]');
      if (chosen) {
        pick.dataset.key = 'x';
      } else {
        delete pick.dataset.key;
      }
    });
    open = card.dataset.code;
    place = all().indexOf(card);
    card.append(targets());
    targets().hidden = false;
    targets()
      .querySelectorAll('[data-to]')
      .forEach((button) => button.classList.toggle('sug', button.dataset.to === card.dataset.suggest));
  }

  /** What was open stays open; where it went, the next one is. */
  guiche.arrive(function () {
    const cards = all();
    if (cards.length === 0) {
      open = null;
      return;
    }
    Array.from(picked)
      .filter((code) => !cardOf(code))
      .forEach((code) => picked.delete(code));
    const card = (open && cardOf(open)) || cards[Math.min(place, cards.length - 1)];
    if (!card.classList.contains('sel') || !card.contains(targets())) {
      choose(card);
    }
    showPicked();
  });

  // a press may begin a drag: the cards stay where they are until it is a click
  let pressed = false;
  document.addEventListener('pointerdown', () => (pressed = true), true);
  ['pointerup', 'pointercancel', 'keydown'].forEach((type) => document.addEventListener(type, () => (pressed = false), true));

  guiche.on('focusin', '#entry .tcard', function (event, card) {
    if (!pressed && card.dataset.code !== open) {
      choose(card);
    }
  });

  guiche.on('keydown', '#entry .tcard', function (event, card) {
    if (event.key === 'Enter' && event.target === card) {
      event.preventDefault();
      card.querySelector('.subject').click();
    }
  });

  // ---- several ----------------------------------------------------------------------------------------------------

  function showPicked() {
    all().forEach(function (card) {
      const is = picked.has(card.dataset.code);
      card.classList.toggle('is-picked', is);
      card.querySelector('[data-pick]').setAttribute('aria-pressed', String(is));
    });
    const box = document.getElementById('picked');
    if (box) {
      const words = box.dataset.words.split('|');
      box.hidden = picked.size === 0;
      box.firstElementChild.textContent = picked.size + ' ' + words[picked.size === 1 ? 0 : 1];
    }
  }

  function toggle(code, on) {
    if (on === undefined ? picked.has(code) : !on) {
      picked.delete(code);
    } else {
      picked.add(code);
    }
    last = code;
    showPicked();
  }

  function pickTo(card) {
    const cards = all();
    const from = Math.max(0, cards.indexOf(cardOf(last || open)));
    const to = cards.indexOf(card);
    cards.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((one) => picked.add(one.dataset.code));
    showPicked();
  }

  guiche.on('click', '#entry .tcard', function (event, card) {
    const pick = event.target.closest('[data-pick]');
    if (event.target.closest('a,[data-to]')) {
      return; // what they do they do with any key held
    }
    if (event.shiftKey) {
      pickTo(card);
    } else if (pick || event.ctrlKey || event.metaKey) {
      toggle(card.dataset.code);
    }
    if (card.dataset.code !== open) {
      choose(card);
    }
    card.focus({ preventScroll: true });
  });

  guiche.on('click', '[data-unpick]', function () {
    picked.clear();
    showPicked();
  });

  // before the keys of every list go to the next card
  document.addEventListener('keydown', function (event) {
    const moves = /^(J|K|ArrowDown|ArrowUp)$/.test(event.key);
    if (event.key === 'Escape' && picked.size > 0 && !document.querySelector('dialog[open]')) {
      picked.clear();
      showPicked();
    } else if (event.shiftKey && moves && open && event.target.closest('#entry')) {
      picked.add(open);
      setTimeout(() => toggle(open, true));
    }
  }, true);

  // the card that was open is where a range begins, so the press itself must not open the other
  guiche.on('mousedown', '#entry .tcard', function (event) {
    if (event.shiftKey) {
      event.preventDefault();
    }
  });

  // ---- moving -----------------------------------------------------------------------------------------------------

  function send(command, parameters) {
    const inBoard = document.activeElement === document.body || Boolean(document.activeElement.closest('#board, #sorted'));
    const after = function () {
      delete document.getElementById('board').dataset.liveHold;
      const card = open && cardOf(open);
      if (card && inBoard) {
        card.focus({ preventScroll: true });
        card.scrollIntoView({ block: 'nearest' });
      }
      say();
    };
    const ended = window[command](parameters);
    if (ended && ended.then) {
      ended.then(after, after);
    } else {
      jQuery(document).one('pfAjaxComplete', after);
    }
  }

  function move(codes, to) {
    if (codes.length === 0) {
      return;
    }
    codes.forEach(function (code) {
      cardOf(code).classList.add('ghost'); // it went, until the answer says otherwise
      picked.delete(code);
    });
    send('sortTickets', [
      { name: 'tickets', value: codes.join(' ') },
      { name: 'to', value: to },
    ]);
  }

  function say() {
    const said = Array.from(document.querySelectorAll('#sorted [data-said]'), (text) => text.textContent.trim());
    const region = document.getElementById('live-region');
    if (region) {
      region.textContent = said.join(' ');
    }
    clearTimeout(hide);
    hide = setTimeout(fade, SHOWN);
  }

  /** Not while somebody is at it. */
  function fade() {
    const box = document.getElementById('sorted');
    if (box.matches(':hover') || box.contains(document.activeElement)) {
      hide = setTimeout(fade, SHOWN);
    } else {
      box.replaceChildren();
    }
  }

  guiche.on('click', '#targets [data-to]', function (event, button) {
    move(picked.size > 0 ? all().map((card) => card.dataset.code).filter((code) => picked.has(code)) : [open], button.dataset.to);
  });

  guiche.on('click', '[data-undo]', function (event, button) {
    button.disabled = true;
    send('sortBack', [{ name: 'events', value: button.dataset.undo }]);
  });

  // ---- dragging ---------------------------------------------------------------------------------------------------

  let carried = [];

  guiche.on('dragstart', '#entry .tcard', function (event, card) {
    const code = card.dataset.code;
    carried = picked.has(code) ? all().map((one) => one.dataset.code).filter((one) => picked.has(one)) : [code];
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', carried.map((one) => '#' + one).join(' '));
    const image = card.cloneNode(true);
    image.removeAttribute('id');
    image.querySelectorAll('[id]').forEach((part) => part.remove());
    image.className = 'tcard drag carried';
    document.body.append(image);
    event.dataTransfer.setDragImage(image, 16, 16);
    document.getElementById('board').dataset.liveHold = '';
    setTimeout(function () {
      image.remove();
      carried.forEach((one) => cardOf(one).classList.add('ghost'));
    });
  });

  function over(lane) {
    document.querySelectorAll('.lane.is-over').forEach((other) => other !== lane && other.classList.remove('is-over'));
    if (lane) {
      lane.classList.add('is-over');
    }
  }

  document.addEventListener('dragover', function (event) {
    const lane = carried.length > 0 && event.target.closest ? event.target.closest('.lane[data-to]') : null;
    over(lane);
    if (lane) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    }
  });

  guiche.on('drop', '.lane[data-to]', function (event, lane) {
    event.preventDefault();
    const codes = carried;
    carried = [];
    move(codes, lane.dataset.to);
  });

  document.addEventListener('dragend', function () {
    over(null);
    carried.map(cardOf).forEach((card) => card && card.classList.remove('ghost'));
    carried = [];
    delete document.getElementById('board').dataset.liveHold;
  });

  // ---- what suggests ----------------------------------------------------------------------------------------------

  guiche.on('click', '[data-rules]', function () {
    document.getElementById('rules').showModal();
  });
  guiche.on('click', '#rules [data-close]', function () {
    document.getElementById('rules').close();
  });
})();
