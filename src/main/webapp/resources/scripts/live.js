// Pages that update by themselves and never take the focus, the text or the place away from who is reading or writing.
(function () {
  'use strict';

  const guiche = window.guiche;
  const waiting = new WeakMap();

  function codeOf(message) {
    if (message && typeof message === 'object') {
      return String(message.code || '');
    }
    return String(message || '');
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
    const command = window[container.dataset.live];
    if (typeof command !== 'function') {
      return;
    }
    if (guiche.ajaxRunning()) {
      setTimeout(refresh, 300, container);
      return;
    }
    forget(container);
    focusKept(function () {
      command();
    });
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

  /** The listener of f:websocket: a message is the code of a ticket that changed, or an object with its code. */
  guiche.live = function (message) {
    const code = codeOf(message);
    document.querySelectorAll('[data-live]').forEach(function (container) {
      const only = container.dataset.liveCode;
      if (only && code && only !== code) {
        return;
      }
      clearTimeout(soon.get(container));
      soon.set(
        container,
        setTimeout(function () {
          soon.delete(container);
          if (!container.isConnected) {
            return;
          }
          if (isWriting(container) || isReadingBack(container) || document.querySelector('.ui-dialog[aria-hidden=false]')) {
            wait(container);
          } else {
            refresh(container);
          }
        }, 150),
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
