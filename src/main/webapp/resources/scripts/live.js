// Pages that update by themselves and never take the focus, the text or the place away from who is reading or writing.
(function () {
  'use strict';

  const guiche = window.guiche;
  const BUSY = 1500;
  const waiting = new WeakMap();

  function codesOf(message) {
    const text = message && typeof message === 'object' ? message.code : message;
    return String(text || '').split(' ').filter(Boolean);
  }

  function isWriting(container) {
    const active = document.activeElement;
    return Boolean(container.querySelector('.rates [type=radio]:checked:not([data-given])')) || Boolean(
      active &&
        container.contains(active) &&
        active.matches('input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable=true],[role=combobox]'),
    );
  }

  function scrollerOf(container) {
    return container.matches('.scroll') ? container : container.querySelector('.scroll') || container.closest('.scroll');
  }

  /** Reading further up: new things must not move what is being read. */
  function isReadingBack(container) {
    const scroller = scrollerOf(container);
    return (
      container.dataset.liveEnd !== undefined &&
      scroller !== null &&
      scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight > 120
    );
  }

  /** Only what is looked at again is put back where it was: the reader may have moved on elsewhere meanwhile. */
  function focusKept(container, run) {
    const active = document.activeElement;
    const id = active && active.id;
    const href = active && active.getAttribute && active.getAttribute('href');
    const scrolls = [container, ...container.querySelectorAll('.scroll')]
      .filter((box) => box.matches('.scroll[id]'))
      .map((box) => [box.id, box.scrollTop]);
    const again = function () {
      guiche.arrived(container);
      scrolls.forEach(function (pair) {
        const box = document.getElementById(pair[0]);
        if (box) {
          // who follows a conversation at its end goes on following it
          box.scrollTop = box.dataset.liveEnd === undefined ? pair[1] : box.scrollHeight;
        }
      });
      if (active && !active.isConnected) {
        const same =
          (id && document.getElementById(id)) || (href && document.querySelector('a[href="' + CSS.escape(href) + '"]'));
        if (same) {
          same.focus({ preventScroll: true });
        }
      }
    };
    const ended = run();
    if (ended && ended.then) {
      ended.then(again, again);
    } else {
      jQuery(document).one('pfAjaxComplete', again);
    }
  }

  function refresh(container) {
    const command = container.dataset.live === 'reload' ? null : window[container.dataset.live];
    if (command !== null && typeof command !== 'function') {
      return;
    }
    if (guiche.ajaxRunning()) {
      setTimeout(refresh, 300, container);
      return;
    }
    forget(container);
    delete container.dataset.liveHold;
    if (command === null) {
      reload(container);
    } else {
      focusKept(container, () => command());
    }
  }

  /**
   * Pages that are only looked at need no form to look again: the page is fetched once more, and the parts that the container
   * names (by id; itself if it names none) are taken from it.
   */
  function reload(container) {
    const ids = (container.dataset.liveParts || container.id).split(' ');
    return pageAt(location.href)
      .then(function (page) {
        ids.forEach(function (id) {
          const before = document.getElementById(id);
          const now = page.getElementById(id);
          if (before && now && before.innerHTML !== now.innerHTML) {
            replace(before, now);
          }
        });
      })
      .catch(function () {
        // offline: the line comes back with a look of its own
      });
  }

  /** Another look at a page of ours; nothing where it leads elsewhere, as to sign in. */
  function pageAt(address) {
    return fetch(address, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store' })
      .then(function (answer) {
        if (!answer.ok || answer.redirected) {
          throw new Error(String(answer.status));
        }
        return answer.text();
      })
      .then((html) => new DOMParser().parseFromString(html, 'text/html'));
  }

  // ---- lists that go on: the next page's rows are put under those that are there -----------------------------------

  guiche.on('click', 'a[data-more]', function (event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const place = link.parentElement;
    const list = link.closest('[data-live]');
    link.setAttribute('aria-disabled', 'true');
    pageAt(link.href).then(
      function (page) {
        const first = link.dataset.more.split(' ').map((id) => append(document.getElementById(id), page.getElementById(id)));
        const next = page.getElementById(place.id);
        place.replaceWith(next ? document.adoptNode(next) : '');
        if (list) {
          list.dataset.liveHold = '';
        }
        const shown = first.find((link) => link && guiche.visible(link));
        if (shown) {
          shown.focus({ preventScroll: true });
        }
      },
      function () {
        location.assign(link.href);
      },
    );
  });

  function append(list, more) {
    const rows = Array.from(more ? more.children : []);
    rows.forEach((row) => list.append(document.adoptNode(row)));
    rows.forEach((row) => guiche.arrived(row));
    return rows.length === 0 ? null : rows[0].matches('a') ? rows[0] : rows[0].querySelector('a');
  }

  function replace(before, now) {
    const active = before.contains(document.activeElement) ? document.activeElement : null;
    const href = active && active.getAttribute('href');
    const id = active && active.id;
    const opened = Array.from(before.querySelectorAll('details'), (details) => details.open);
    now.querySelectorAll('details').forEach(function (details, i) {
      details.open = Boolean(opened[i]);
    });
    before.replaceWith(document.adoptNode(now));
    guiche.arrived(now);
    const again = (id && document.getElementById(id)) || (href && now.querySelector('a[href="' + CSS.escape(href) + '"]'));
    if (again) {
      again.focus({ preventScroll: true });
    }
  }

  function forget(container) {
    const pill = waiting.get(container);
    if (pill) {
      pill.button.remove();
      waiting.delete(container);
    }
  }

  function wait(container) {
    const words = (container.dataset.liveLabel || 'nova mensagem|novas mensagens').split('|');
    const before = waiting.get(container);
    // what was drawn anew since has taken the button, and its news, along
    const pill = before && before.button.isConnected ? before : { count: 0, button: document.createElement('button') };
    pill.count += 1;
    pill.button.type = 'button';
    pill.button.className = 'g-live ui-button sm';
    pill.button.textContent = pill.count + ' ' + words[pill.count === 1 ? 0 : 1] + ' ↓';
    if (pill.count === 1) {
      pill.button.addEventListener('click', function () {
        refresh(container);
      });
      const place = container.querySelector('[data-live-place]') || container;
      place.append(pill.button);
      announce(pill.button.textContent);
    }
    waiting.set(container, pill);
  }

  function announce(text) {
    const place = document.getElementById('live-region');
    if (place) {
      place.textContent = text;
    }
  }

  /** A conversation opens at its end, and goes there with what its reader has just said. */
  guiche.arrive(function () {
    document.querySelectorAll('.scroll[data-live-end]').forEach(function (box) {
      const said = box.querySelector('[data-after]');
      const own = said && said.dataset.after && said.dataset.shown === undefined;
      if (own) {
        said.dataset.shown = '';
      }
      if (own || box.dataset.opened === undefined) {
        box.dataset.opened = '';
        box.scrollTop = box.scrollHeight;
      }
    });
  });

  /**
   * What is being written belongs to what was seen when it was begun: only an empty form goes along with the ticket by itself,
   * and one whose person changed the ticket.
   */
  guiche.arrive(function () {
    const now = document.querySelector('[data-version]');
    const seen = now && document.querySelector('#reply input[name=version]');
    if (seen) {
      const text = document.querySelector('#reply [contenteditable=true]');
      if (!text || text.classList.contains('is-empty') || seen.value === now.dataset.after) {
        seen.value = now.dataset.version;
      }
    }
  });

  const soon = new Map();
  const looked = new WeakMap();

  /** At once when it is quiet; where much happens, a look every second and a half shows it all. */
  function delay(container) {
    return performance.now() - (looked.get(container) || -BUSY) < BUSY ? BUSY : 150;
  }

  /** The listener of f:websocket: a message is the code of a ticket that changed, or an object with its code. */
  guiche.live = function (message) {
    const codes = codesOf(message);
    if (codes[0] === 'ended') {
      location.reload(); // what one saw here is not one's own any more
      return;
    }
    document.querySelectorAll('[data-live]').forEach(function (container) {
      const only = container.dataset.liveCode;
      if (soon.has(container) || (only && codes.length > 0 && !codes.includes(only))) {
        return; // a look that is due shows this, too
      }
      soon.set(
        container,
        setTimeout(function () {
          soon.delete(container);
          looked.set(container, performance.now());
          if (!container.isConnected) {
            return;
          }
          if (container.dataset.liveHold !== undefined || isWriting(container) || isReadingBack(container) || document.querySelector('.ui-dialog[aria-hidden=false]')) {
            wait(container);
          } else {
            refresh(container);
          }
        }, delay(container)),
      );
    });
  };

  // after the line was cut, what was missed is fetched
  let opened = false;

  /** A file that is being looked at, or a picture that is being made small: both take about as long as the line does to be there. */
  const AWAITED = '#talk span.g-file, #talk a.g-file[data-look=picture] .thumb:not(:has(img))';

  guiche.liveOpened = function () {
    if (opened || document.querySelector(AWAITED)) {
      guiche.live('');
    }
    opened = true;
  };

  /** Whether the line has been there. */
  guiche.isLive = function () {
    return opened;
  };
})();
