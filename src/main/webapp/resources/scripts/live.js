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
    return Boolean(
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

  function focusKept(run) {
    const active = document.activeElement;
    const id = active && active.id;
    const href = active && active.getAttribute && active.getAttribute('href');
    const scrolls = Array.from(document.querySelectorAll('.scroll[id]')).map((box) => [box.id, box.scrollTop]);
    jQuery(document).one('pfAjaxComplete', function () {
      scrolls.forEach(function (pair) {
        const box = document.getElementById(pair[0]);
        if (box) {
          box.scrollTop = pair[1];
        }
      });
      if (active && !active.isConnected) {
        const again =
          (id && document.getElementById(id)) || (href && document.querySelector('a[href="' + CSS.escape(href) + '"]'));
        if (again) {
          again.focus({ preventScroll: true });
        }
      }
    });
    run();
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
    if (command === null) {
      reload(container);
    } else {
      focusKept(function () {
        command();
      });
    }
  }

  /**
   * Pages that are only looked at need no form to look again: the page is fetched once more, and the parts that the container
   * names (by id; itself if it names none) are taken from it.
   */
  function reload(container) {
    const ids = (container.dataset.liveParts || container.id).split(' ');
    return fetch(location.href, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, cache: 'no-store' })
      .then(function (answer) {
        return answer.ok && !answer.redirected ? answer.text() : null;
      })
      .then(function (html) {
        if (html === null) {
          return;
        }
        const page = new DOMParser().parseFromString(html, 'text/html');
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

  function replace(before, now) {
    const active = before.contains(document.activeElement) ? document.activeElement : null;
    const href = active && active.getAttribute('href');
    const id = active && active.id;
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
    const words = (container.dataset.liveLabel || '1 nova mensagem|{0} novas mensagens').split('|');
    const pill = waiting.get(container) || { count: 0, button: document.createElement('button') };
    pill.count += 1;
    pill.button.type = 'button';
    pill.button.className = 'g-live ui-button sm';
    pill.button.textContent = (pill.count === 1 ? words[0] : words[1].replace('{0}', String(pill.count))) + ' ↓';
    if (!waiting.has(container)) {
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

  const soon = new Map();
  const looked = new WeakMap();

  /** At once when it is quiet; where much happens, a look every second and a half shows it all. */
  function delay(container) {
    return performance.now() - (looked.get(container) || -BUSY) < BUSY ? BUSY : 150;
  }

  /** The listener of f:websocket: a message is the code of a ticket that changed, or an object with its code. */
  guiche.live = function (message) {
    const codes = codesOf(message);
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
          if (isWriting(container) || isReadingBack(container) || document.querySelector('.ui-dialog[aria-hidden=false]')) {
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

  guiche.liveOpened = function () {
    if (opened) {
      guiche.live('');
    }
    opened = true;
  };
})();
