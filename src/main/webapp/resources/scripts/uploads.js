// Files: picked, dropped anywhere on the form, or pasted; several at once, each with its progress, its refusal and its way out.
(function () {
  'use strict';

  const guiche = window.guiche;
  const AT_ONCE = 3;

  function texts(box) {
    const pairs = (box.dataset.texts || '').split(';').map((part) => part.split('=').map((word) => word.trim()));
    return Object.fromEntries(pairs.filter((pair) => pair.length === 2));
  }

  function hidden(box) {
    return box.querySelector('input[type=hidden]');
  }

  function ids(box) {
    return hidden(box).value.split(',').filter(Boolean);
  }

  function remember(box, list) {
    hidden(box).value = list.join(',');
    hidden(box).dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The box as it stands in the page now: what is asked meanwhile may have drawn it anew. Null where it is gone. */
  function present(box) {
    if (box.isConnected) {
      return box;
    }
    const field = document.getElementById(hidden(box).id);
    return field ? field.closest('[data-uploads]') : null;
  }

  /** Waits for the answer that is on its way: it would put back the files as they were when it was asked for. */
  function settled(then) {
    if (guiche.ajaxRunning()) {
      setTimeout(settled, 50, then);
    } else {
      then();
    }
  }

  function size(bytes) {
    if (bytes < 1024) {
      return bytes + ' B';
    }
    const kb = bytes / 1024;
    if (kb < 1000) {
      return Math.round(kb) + ' KB';
    }
    const mb = kb / 1024;
    return (mb < 1000 ? mb : mb / 1024).toLocaleString('pt-BR', { maximumFractionDigits: 1 }) + (mb < 1000 ? ' MB' : ' GB');
  }

  const ICONS = {
    pdf: 'file-pdf', xls: 'file-excel', xlsx: 'file-excel', csv: 'file-excel', doc: 'file-word', docx: 'file-word',
    mov: 'video', mp4: 'video', zip: 'box', rar: 'box',
  };

  function thumb(file) {
    const place = document.createElement('span');
    place.className = 'thumb';
    if (/^image\/(png|jpeg|gif)$/.test(file.type)) {
      const image = document.createElement('img');
      image.alt = '';
      image.src = URL.createObjectURL(file);
      image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
      place.append(image);
    } else {
      const icon = document.createElement('span');
      const end = file.name.split('.').pop().toLowerCase();
      icon.className = 'pi pi-' + (ICONS[end] || 'file');
      icon.setAttribute('aria-hidden', 'true');
      place.append(icon);
    }
    return place;
  }

  function span(css, text) {
    const element = document.createElement('span');
    element.className = css;
    element.textContent = text || '';
    return element;
  }

  function rowFor(box, file) {
    const row = document.createElement('div');
    row.className = 'g-file';
    const words = span('grow', '');
    const detail = span('faint xs', size(file.size));
    words.append(span('ell m', file.name), detail);
    const progress = document.createElement('progress');
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute('aria-label', file.name);
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'ui-button ui-button-flat ui-button-icon-only sm';
    remove.dataset.remove = '';
    remove.title = texts(box).remove + ' ' + file.name;
    remove.setAttribute('aria-label', remove.title);
    const cross = span('pi pi-times', '');
    cross.setAttribute('aria-hidden', 'true');
    remove.append(cross);
    row.append(thumb(file), words, progress, remove);
    box.querySelector('.g-files').append(row);
    return { row, detail, progress };
  }

  const waiting = new Map();

  guiche.arrive(function () {
    waiting.forEach(function (box, row) {
      const here = present(box);
      if (here && !row.isConnected) {
        here.querySelector('.g-files').append(row);
      }
    });
  });

  function refuse(parts, text) {
    refusals += 1;
    parts.row.classList.add('refused');
    parts.progress.remove();
    parts.detail.className = 'xs ink-danger';
    parts.detail.setAttribute('role', 'alert');
    parts.detail.textContent = text;
  }

  function isAllowed(box, file) {
    const accept = box.dataset.accept;
    if (!accept) {
      return true;
    }
    const end = '.' + file.name.split('.').pop().toLowerCase();
    return accept.toLowerCase().split(',').map((part) => part.trim()).includes(end);
  }

  // ---- the queue ---------------------------------------------------------------------------------------------------

  const queue = [];
  let running = 0;
  let refusals = 0;

  function next() {
    while (running < AT_ONCE && queue.length > 0) {
      running += 1;
      queue.shift()();
    }
  }

  function ended(one) {
    running -= one;
    next();
    document.dispatchEvent(new CustomEvent('guiche:uploads', { detail: guiche.uploading() }));
  }

  /** How many files are still on their way. */
  guiche.uploading = function () {
    return running + queue.length + pieces.size;
  };

  function problem(xhr, words) {
    try {
      return JSON.parse(xhr.responseText).detail || words.failed;
    } catch (e) {
      return xhr.status === 413 ? words.large : words.failed;
    }
  }

  function send(box, file, parts) {
    const words = texts(box);
    const xhr = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    parts.row.guicheXhr = xhr;
    return new Promise(function (resolve) {
      xhr.upload.addEventListener('progress', function (event) {
        if (event.lengthComputable) {
          parts.progress.value = (event.loaded / event.total) * 100;
          parts.detail.textContent = size(event.loaded) + ' de ' + size(event.total);
        }
      });
      xhr.addEventListener('load', function () {
        if (xhr.status === 401 || xhr.responseURL.includes('/accounts/signin')) {
          refuse(parts, words.signedout);
          resolve(null);
        } else if (xhr.status === 201) {
          const stored = JSON.parse(xhr.responseText);
          parts.progress.value = 100;
          settled(function () {
            parts.row.dataset.file = stored.id;
            parts.progress.remove();
            parts.detail.textContent = size(file.size) + (file.guichePasted ? ' · ' + words.pasted : '');
            const here = present(box);
            if (here) {
              remember(here, ids(here).concat(stored.id));
            }
            resolve(stored);
          });
        } else {
          refuse(parts, problem(xhr, words));
          resolve(null);
        }
      });
      xhr.addEventListener('error', function () {
        refuse(parts, words.offline);
        resolve(null);
      });
      xhr.addEventListener('abort', () => resolve(null));
      const place = box.dataset.for ? '?for=' + encodeURIComponent(box.dataset.for) : '';
      xhr.open('POST', box.dataset.uploads + place);
      xhr.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      xhr.setRequestHeader('Accept', 'application/json');
      xhr.send(body);
    });
  }

  /** Sends files into that box; gives a promise of what was stored, null for each that was refused. */
  guiche.upload = function (box, files) {
    const words = texts(box);
    return Promise.all(
      Array.from(files).map(function (file) {
        const parts = rowFor(box, file);
        if (!isAllowed(box, file)) {
          refuse(parts, words.kind);
          return Promise.resolve(null);
        }
        if (file.size > Number(box.dataset.max)) {
          refuse(parts, words.large);
          offerPieces(box, file, parts);
          return Promise.resolve(null);
        }
        waiting.set(parts.row, box);
        return new Promise(function (resolve) {
          queue.push(function () {
            if (!waiting.has(parts.row)) {
              ended(1);
              resolve(null);
              return;
            }
            send(box, file, parts).then(function (stored) {
              waiting.delete(parts.row);
              ended(1);
              resolve(stored);
            });
          });
          next();
        });
      }),
    );
  };

  // ---- what is too large for one go ----------------------------------------------------------------------------------

  let larger = null;

  /** The scripts for large files come when somebody has one, and never before. */
  function withPieces(box) {
    larger = larger || box.dataset.largeScripts.split(' ').reduce((before, src) => before.then(() => script(src)), Promise.resolve());
    return larger;
  }

  function script(src) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement('script');
      element.addEventListener('load', resolve);
      element.addEventListener('error', reject);
      element.src = src;
      document.head.append(element);
    });
  }

  function offerPieces(box, file, parts) {
    if (!box.dataset.large) {
      return;
    }
    if (guiche.large && guiche.large.knows(box, file)) {
      guiche.large.send(box, file, parts); // was begun before
      return;
    }
    if (file.size > Number(box.dataset.largeMax)) {
      parts.detail.textContent = texts(box).larger;
      return;
    }
    const offer = document.createElement('button');
    offer.type = 'button';
    offer.className = 'ui-button ui-button-outlined sm';
    offer.textContent = texts(box).pieces;
    offer.setAttribute('aria-label', offer.textContent + ': ' + file.name);
    parts.row.classList.add('large');
    parts.row.insertBefore(offer, parts.row.querySelector('[data-remove]'));
    offer.addEventListener('click', function () {
      withPieces(box).then(function () {
        offer.remove();
        parts.row.querySelector('[data-remove]').focus();
        guiche.large.send(present(box) || box, file, parts);
      }, () => (larger = null));
    });
  }

  const pieces = new Set();

  /** What the script for large files needs of this one. */
  guiche.files = {
    texts,
    size,
    rowFor,
    busy: function (row, box) {
      waiting.set(row, box);
      pieces.add(row);
    },
    idle: function (row, refused) {
      refusals += refused ? 1 : 0;
      pieces.delete(row);
      ended(0);
    },
    stored: function (box, parts, file, id) {
      parts.progress.remove();
      settled(function () {
        parts.row.dataset.file = id;
        parts.row.classList.remove('large');
        parts.detail.textContent = size(file.size);
        const here = present(box);
        if (here) {
          remember(here, ids(here).concat(id));
        }
        waiting.delete(parts.row);
        pieces.delete(parts.row);
        ended(0);
      });
    },
  };

  /** Whether an earlier page began to send a large file and did not come to its end. */
  function hasUnfinished() {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith('tus::guiche-' + document.body.dataset.person + '-'));
    } catch (e) {
      return false; // a browser that keeps nothing
    }
  }

  guiche.arrive(function () {
    const box = document.querySelector('[data-uploads][data-large]');
    if (box && larger === null && hasUnfinished()) {
      withPieces(box).then(() => guiche.large.remind(present(box) || box), () => (larger = null));
    }
  });

  // ---- picking, removing, dropping, pasting ------------------------------------------------------------------------

  guiche.on('change', '[data-uploads] input[type=file]', function (event, input) {
    guiche.upload(input.closest('[data-uploads]'), input.files);
    input.value = '';
  });

  guiche.on('click', '[data-uploads] [data-remove]', function (event, button) {
    const box = button.closest('[data-uploads]');
    const row = button.closest('.g-file');
    const id = row.dataset.file;
    if (id) {
      settled(() => drop(present(box), id));
    } else if (row.guicheXhr) {
      row.guicheXhr.abort();
    }
    waiting.delete(row);
    row.remove();
    const pick = box.querySelector('input[type=file]');
    if (pick) {
      pick.focus();
    }
  });

  /** A picture that was pasted into the text leaves it with its file. */
  function unpaste(form, id) {
    form.querySelectorAll('[contenteditable] img[src$="/attachments/' + id + '"]').forEach(function (image) {
      const area = image.closest('[contenteditable]');
      image.remove();
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  function drop(box, id) {
    if (box) {
      remember(box, ids(box).filter((other) => other !== id));
      box.querySelectorAll('.g-file').forEach((row) => row.dataset.file === id && row.remove());
      unpaste(box.closest('form'), id);
      fetch(box.dataset.uploads + '/' + encodeURIComponent(id), {
        method: 'DELETE',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      }).catch(function () {
        // it is out of the form; the sweeper takes the bytes
      });
    }
  }

  // ---- nobody goes on without the files that are still on their way ------------------------------------------------------

  function hold(button, box) {
    const before = refusals;
    const note = span('xs muted', texts(box).wait);
    box.querySelector('.g-files').append(note);
    document.addEventListener('guiche:uploads', function listen() {
      if (guiche.uploading() > 0) {
        return;
      }
      document.removeEventListener('guiche:uploads', listen);
      note.remove();
      held = false;
      const same = button.isConnected ? button : document.getElementById(button.id);
      if (same && refusals === before) {
        settled(() => same.click());
      }
    });
  }

  let held = false;

  document.addEventListener(
    'click',
    function (event) {
      const button = event.target instanceof Element ? event.target.closest('button[type=submit],input[type=submit]') : null;
      const box = button && button.form ? button.form.querySelector('[data-uploads]') : null;
      if (box && guiche.uploading() > 0 && !button.dataset.confirm) {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (!held) {
          held = true;
          hold(button, box);
        }
      }
    },
    true,
  );

  guiche.boxFor = function (element) {
    const form = element && element.closest ? element.closest('form') : null;
    return (form || document).querySelector('[data-uploads]');
  };

  function carriesFiles(event) {
    return Boolean(event.dataTransfer) && Array.from(event.dataTransfer.types).includes('Files');
  }

  let depth = 0;

  function lit(on) {
    document.querySelectorAll('[data-uploads]').forEach((box) => box.classList.toggle('is-drag', on));
  }

  document.addEventListener('dragenter', function (event) {
    if (carriesFiles(event)) {
      depth += 1;
      lit(true);
    }
  });
  document.addEventListener('dragleave', function (event) {
    if (carriesFiles(event)) {
      depth = Math.max(0, depth - 1);
      lit(depth > 0);
    }
  });
  document.addEventListener('dragover', function (event) {
    if (carriesFiles(event) && document.querySelector('[data-uploads]')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    }
  });
  document.addEventListener('drop', function (event) {
    depth = 0;
    lit(false);
    const box = carriesFiles(event) ? guiche.boxFor(event.target) : null;
    if (box && !event.defaultPrevented) {
      event.preventDefault();
      guiche.upload(box, event.dataTransfer.files);
    }
  });

  let pasted = 0;

  /** Pasted pictures have no name of their own: they get one that tells them apart. */
  guiche.pasted = function (files) {
    return Array.from(files).map(function (file) {
      const end = (file.type.split('/')[1] || 'png').replace('jpeg', 'jpg');
      const plain = /^image\.\w+$/.test(file.name) || !file.name;
      pasted += plain ? 1 : 0;
      const named = plain ? new File([file], 'imagem-colada-' + pasted + '.' + end, { type: file.type }) : file;
      named.guichePasted = true;
      return named;
    });
  };

  document.addEventListener('paste', function (event) {
    const files = event.clipboardData ? event.clipboardData.files : [];
    const box = files.length > 0 && !event.defaultPrevented ? guiche.boxFor(event.target) : null;
    if (box) {
      event.preventDefault();
      guiche.upload(box, guiche.pasted(files));
    }
  });
})();
