// Large files: in pieces, by tus. They pause, go on where they were after a break, and are found again by the page that comes later.
(function () {
  'use strict';

  const guiche = window.guiche;
  const files = guiche.files;
  const PIECE = 8 * 1024 * 1024;
  const SMALLEST = 1024 * 1024;
  const LARGEST = 64 * 1024 * 1024;
  const SHORT = 1000;
  const LONG = 10000;
  const DELAYS = [0, 1000, 3000, 5000, 10000, 20000, 20000];
  const WORTH_TRYING = [0, 409, 423, 429, 460, 500, 502, 503, 504]; // 0: no answer at all
  const SPAN = 5000;
  const sending = new Map();

  function said(box) {
    return Object.fromEntries((box.dataset.largeTexts || '').split(';').map((part) => part.split('=').map((word) => word.trim())));
  }

  function filled(text, ...values) {
    return values.reduce((words, value, at) => words.replace('$' + at, value), text);
  }

  function tell(text) {
    document.getElementById('live-region').textContent = text;
  }

  function owner() {
    return 'guiche-' + document.body.dataset.person + '-';
  }

  function print(file) {
    return owner() + [file.name, file.size, file.lastModified].join('-').replace(/:/g, '');
  }

  // ---- the row ---------------------------------------------------------------------------------------------------

  function button(row, icon, label, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'ui-button ui-button-flat ui-button-icon-only sm';
    made.append(document.createElement('span'));
    made.firstChild.setAttribute('aria-hidden', 'true');
    row.insertBefore(made, row.querySelector('[data-remove]'));
    made.addEventListener('click', () => act());
    dress(made, icon, label);
    return made;
  }

  function dress(made, icon, label) {
    made.firstChild.className = 'pi pi-' + icon;
    made.title = label;
    made.setAttribute('aria-label', label);
  }

  function plain(parts) {
    parts.row.classList.remove('refused');
    parts.row.classList.add('large');
    parts.detail.className = 'faint xs';
    parts.detail.removeAttribute('role');
    parts.detail.setAttribute('aria-live', 'off'); // it changes all the time; what matters is told by itself
    if (!parts.progress.isConnected) {
      parts.row.insertBefore(parts.progress, parts.row.querySelector('[data-remove]'));
    }
  }

  // ---- how fast ----------------------------------------------------------------------------------------------------

  /** Bytes a second over the last moments; zero while nobody knows. */
  function speedometer() {
    const seen = [];
    return function (bytes) {
      const now = performance.now();
      seen.push([now, bytes]);
      while (seen.length > 2 && now - seen[0][0] > SPAN) {
        seen.shift();
      }
      const span = now - seen[0][0];
      return span > 400 ? ((bytes - seen[0][1]) * 1000) / span : 0;
    };
  }

  // ---- pieces ------------------------------------------------------------------------------------------------------

  /** Reads piece by piece, each with its hash where the browser has one to give. */
  function reader(proof) {
    return {
      openFile: async function (file) {
        return {
          size: file.size,
          slice: async function (start, end) {
            const value = file.slice(start, end);
            proof.hash = window.crypto && crypto.subtle ? await hash(value) : '';
            return { value, done: end >= file.size };
          },
          close: function () {
            // a file of the browser needs none
          },
        };
      },
    };
  }

  async function hash(blob) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return 'sha256 ' + btoa(String.fromCharCode(...digest));
  }

  /** Larger ones where they are short, for a fast line hardly waits for answers then; smaller ones where a break would cost much. */
  function nextSize(size, took) {
    const most = took < SHORT ? LARGEST : took < LONG ? Math.max(PIECE, size) : PIECE;
    return Math.min(most, size * 2);
  }

  function status(error) {
    return error.originalResponse ? error.originalResponse.getStatus() : 0;
  }

  function problem(error, words) {
    try {
      return JSON.parse(error.originalResponse.getBody()).detail || words.failed;
    } catch (e) {
      return words.failed;
    }
  }

  // ---- sending -----------------------------------------------------------------------------------------------------

  function send(box, file, parts) {
    const words = files.texts(box);
    const texts = said(box);
    const proof = {};
    let speed = speedometer();
    let since = 0;
    let going = true;
    let signedOut = false;
    plain(parts);
    files.busy(parts.row, box);

    const upload = new window.tus.Upload(file, {
      endpoint: box.dataset.large,
      chunkSize: PIECE,
      retryDelays: DELAYS,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, for: box.dataset.for || '' },
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      fingerprint: () => Promise.resolve(print(file)),
      fileReader: reader(proof),
      onBeforeRequest: function (request) {
        since = performance.now();
        if (request.getMethod() === 'PATCH' && proof.hash) {
          request.setHeader('Upload-Checksum', proof.hash);
        }
      },
      onAfterResponse: function (request, answer) {
        signedOut = String(answer.getUnderlyingObject().responseURL).includes('/accounts/signin');
        if (signedOut) {
          throw new Error('signed out');
        }
      },
      onShouldRetry: function (error) {
        upload.options.chunkSize = Math.max(SMALLEST, upload.options.chunkSize / 2); // on a bad line less is lost
        const worth = !signedOut && navigator.onLine && WORTH_TRYING.includes(status(error));
        if (worth && going) {
          speed = speedometer();
          parts.detail.textContent = texts.trying;
        }
        return worth;
      },
      onChunkComplete: function () {
        upload.options.chunkSize = nextSize(upload.options.chunkSize, performance.now() - since);
      },
      onProgress: function (sent, total) {
        const now = speed(sent);
        parts.progress.value = (sent / total) * 100;
        if (going) {
          parts.detail.textContent =
            filled(texts.of, files.size(sent), files.size(total)) + (now > 0 ? ' · ' + filled(texts.speed, files.size(now)) : '');
        }
      },
      onSuccess: function () {
        const id = upload.url.replace(/.*\//, '');
        pause.remove();
        sending.delete(parts.row);
        files.stored(box, parts, file, id);
        tell(filled(texts.sent, file.name));
      },
      onError: function (error) {
        going = false;
        dress(pause, 'refresh', texts.again + ' ' + file.name);
        const known = signedOut ? words.signedout : status(error) === 0 ? texts.broke : problem(error, words);
        stopped(known, 'xs ink-danger', 'alert');
        files.idle(parts.row, true);
      },
    });

    function stopped(text, css, role) {
      parts.detail.className = css;
      parts.detail.setAttribute('role', role);
      parts.detail.removeAttribute('aria-live');
      parts.detail.textContent = text;
    }

    function goOn() {
      going = true;
      speed = speedometer();
      plain(parts);
      files.busy(parts.row, box);
      dress(pause, 'pause', texts.pause + ' ' + file.name);
      tell(filled(texts.going, file.name));
      upload.start();
    }

    const pause = button(parts.row, 'pause', texts.pause + ' ' + file.name, function () {
      if (!going) {
        goOn();
        return;
      }
      going = false;
      upload.abort();
      dress(pause, 'play', texts.proceed + ' ' + file.name);
      stopped(filled(texts.paused, parts.detail.textContent.replace(/ · .*/, '')), 'faint xs', 'status');
    });

    ends(parts.row, {
      end: () => upload.abort(true).catch(() => {}), // what is not taken back is swept
      online: () => !going && parts.detail.getAttribute('role') === 'alert' && !signedOut && goOn(),
    });
    upload.findPreviousUploads().then(function (before) {
      forgetReminder(box, file);
      if (before.length > 0) {
        upload.resumeFromPreviousUpload(before[0]);
      }
      upload.start();
    });
  }

  /** Whoever removes the row ends what is behind it. */
  function ends(row, one) {
    sending.set(row, one);
    row.guicheXhr = {
      abort: function () {
        sending.delete(row);
        one.end();
        files.idle(row, false);
      },
    };
  }

  window.addEventListener('online', () => sending.forEach((one) => one.online()));

  window.addEventListener('beforeunload', function (event) {
    if (guiche.uploading() > 0) {
      event.preventDefault();
    }
  });

  // ---- what an earlier page began ------------------------------------------------------------------------------------

  function unfinished() {
    const found = [];
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith('tus::' + owner())) {
        try {
          found.push(Object.assign(JSON.parse(localStorage.getItem(key)), { key }));
        } catch (e) {
          localStorage.removeItem(key);
        }
      }
    }
    return found;
  }

  function isForHere(box, place) {
    const here = box.dataset.for || '';
    return here === place || !(here + place).includes('ticket/');
  }

  async function remind(box, one) {
    const texts = said(box);
    const headers = { 'Tus-Resumable': '1.0.0', 'X-Requested-With': 'XMLHttpRequest' };
    const answer = await fetch(one.uploadUrl, { method: 'HEAD', headers });
    if (answer.status === 404) {
      localStorage.removeItem(one.key);
      return;
    }
    const offset = Number(answer.headers.get('Upload-Offset'));
    const file = { name: one.metadata.filename, size: one.size, type: '' };
    const parts = files.rowFor(box, file);
    plain(parts);
    parts.progress.value = (offset / one.size) * 100;
    parts.row.dataset.unfinished = file.name + '-' + file.size;
    parts.detail.removeAttribute('aria-live');
    parts.detail.textContent = filled(texts.unfinished, files.size(offset), files.size(one.size));
    button(parts.row, 'play', texts.proceed + ' ' + file.name, () => box.querySelector('input[type=file]').click());
    ends(parts.row, {
      end: () => fetch(one.uploadUrl, { method: 'DELETE', headers }).finally(() => localStorage.removeItem(one.key)),
      online: () => false,
    });
  }

  /** The same file was picked again: its row takes the place of the reminder. */
  function forgetReminder(box, file) {
    box.querySelectorAll('[data-unfinished]').forEach(function (row) {
      if (row.dataset.unfinished === file.name + '-' + file.size) {
        sending.delete(row);
        row.remove();
      }
    });
  }

  guiche.large = {
    send,
    knows: (box, file) => [...box.querySelectorAll('[data-unfinished]')].some((row) => row.dataset.unfinished === file.name + '-' + file.size),
    remind: function (box) {
      unfinished()
        .filter((one) => one.uploadUrl && isForHere(box, one.metadata.for || ''))
        .forEach((one) => remind(box, one).catch(() => {})); // without a line there is nothing to go on with
    },
  };
})();
