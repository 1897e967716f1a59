// Files seen inside the ticket: pictures, PDF, films, sound, texts, tables, what is in an archive. What is in them is put in as letters, never as marks.
(function () {
  'use strict';

  const guiche = window.guiche;
  const KILO = 1024;
  const LINKS = 'a.g-file[data-look]';
  const PLAYED = 'video,audio';

  let shown = null; // the address of the file that is seen
  let turn = 0; // an answer that comes after one has gone on is not shown

  const box = () => document.getElementById('seeing');
  const part = (name) => box().querySelector('.seeing-' + name);
  const files = () => Array.from(document.querySelectorAll(box().dataset.in + ' ' + LINKS));
  const address = (link) => link.getAttribute('href');

  function made(tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  }

  function note(text) {
    return made('p', { className: 'seeing-note', textContent: text });
  }

  function show(link) {
    const all = files();
    const at = all.indexOf(link);
    shown = address(link);
    turn += 1;
    document.getElementById('seeing-name').textContent = link.querySelector('.m').textContent;
    part('detail').textContent = link.querySelector('.xs').textContent;
    part('count').textContent = box().dataset.of.replace('$0', at + 1).replace('$1', all.length);
    part('round').hidden = all.length < 2;
    part('save').href = shown;
    part('anyway').href = shown;
    part('save').dataset.located = link.dataset.located || '';
    part('where').hidden = true;
    fill(link.dataset.look, document.getElementById('seeing-name').textContent);
  }

  const SEEN = {
    picture: (name) => made('img', { src: shown, alt: name }),
    pdf: (name) => (navigator.pdfViewerEnabled === false ? note(box().dataset.not) : made('iframe', { src: shown + '#navpanes=0&view=FitH', title: name })),
    video: (name) => made('video', { src: shown, controls: true, preload: 'metadata', playsInline: true, title: name }),
    audio: (name) => made('audio', { src: shown, controls: true, preload: 'metadata', title: name }),
  };

  function fill(look, name) {
    const body = part('body');
    const draw = SEEN[look];
    body.classList.toggle('sheet', !draw);
    body.scrollTop = 0;
    if (!draw) {
      read(body);
      return;
    }
    const seen = draw(name);
    seen.addEventListener('error', function () {
      seen.replaceWith(note(box().dataset.not));
    });
    body.replaceChildren(seen);
  }

  function read(body) {
    const mine = turn;
    body.replaceChildren(note(box().dataset.opening));
    fetch(shown + '/view', { cache: 'no-store' })
      .then(function (answer) {
        if (!answer.ok || answer.redirected) {
          throw new Error(String(answer.status));
        }
        return answer.json();
      })
      .then(sheet)
      .catch(() => [note(box().dataset.failed)])
      .then(function (parts) {
        if (mine === turn) {
          body.replaceChildren(...parts);
        }
      });
  }

  function sheet(view) {
    const more = view.cut ? [note(box().dataset.more)] : [];
    if (view.text !== undefined) {
      return [made('pre', { textContent: view.text }), ...more];
    }
    if (view.rows) {
      return [table(view.rows[0] || [], view.rows.slice(1)), ...more];
    }
    if (view.broken) {
      return [note(box().dataset.broken)];
    }
    const rows = view.entries.map((entry) => [entry.name, entry.name.endsWith('/') ? '' : size(entry.size)]);
    const names = table([box().dataset.name, box().dataset.size], rows);
    names.querySelectorAll('tr > :last-child').forEach((cell) => cell.classList.add('num'));
    const count = box().dataset.files.split('|');
    return [note(count[view.count === 1 ? 0 : 1].replace('$0', view.count.toLocaleString('pt-BR'))), names, ...more];
  }

  function table(heads, rows) {
    const drawn = document.createElement('table');
    const head = drawn.createTHead().insertRow();
    heads.forEach((text) => head.append(made('th', { scope: 'col', textContent: text })));
    const body = drawn.createTBody();
    rows.forEach(function (cells) {
      const row = body.insertRow();
      cells.forEach((text) => row.append(made('td', { textContent: text })));
    });
    return drawn;
  }

  function size(bytes) {
    if (bytes < KILO) {
      return bytes + ' B';
    }
    const mega = bytes / KILO / KILO;
    return mega < 1 ? Math.round(bytes / KILO) + ' KB' : mega.toLocaleString('pt-BR', { maximumFractionDigits: 1 }) + ' MB';
  }

  function step(by) {
    const all = files();
    const at = all.findIndex((link) => address(link) === shown);
    const next = all[(at + by + all.length) % all.length];
    if (next && address(next) !== shown) {
      show(next);
    }
  }

  /** What plays stops, and the focus goes back to where it came from, also where that was drawn anew. */
  function closed() {
    part('body').replaceChildren();
    const link = files().find((each) => address(each) === shown);
    if (link) {
      link.focus({ preventScroll: true });
    }
  }

  guiche.on('click', LINKS, function (event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !box() || !link.closest(box().dataset.in)) {
      return;
    }
    event.preventDefault();
    box().showModal();
    show(link);
  });

  guiche.on('click', '#seeing [data-step]', (event, button) => step(Number(button.dataset.step)));
  guiche.on('click', '.seeing-close', () => box().close());
  guiche.on('click', '.seeing-save', function (event, link) {
    if (link.dataset.located) {
      event.preventDefault();
      part('where').hidden = false;
      part('anyway').focus();
    }
  });
  guiche.on('click', '.seeing-anyway,.seeing-rather', function () {
    part('where').hidden = true;
    part('save').focus();
  });
  guiche.on('click', '#seeing', function (event, dialog) {
    if (event.target === dialog) {
      dialog.close(); // beside it
    }
  });

  /** Whether the arrows move something of its own. */
  function moves(element) {
    return element.matches(PLAYED) || (element.matches('.seeing-body') && element.scrollWidth > element.clientWidth);
  }

  guiche.arrive(function () {
    const dialog = box();
    if (!dialog || dialog.dataset.listens !== undefined) {
      return;
    }
    dialog.dataset.listens = '';
    dialog.addEventListener('close', closed);
    dialog.addEventListener('keydown', function (event) {
      event.stopPropagation(); // the keys of the page behind are not pressed from here
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by && !event.ctrlKey && !event.altKey && !event.metaKey && !moves(event.target)) {
        event.preventDefault();
        step(by);
      }
    });
  });
})();
