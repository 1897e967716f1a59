// Writing with a little form: bold, italic, list, link, code, picture. What leaves is plain semantic HTML; what comes in,
// typed, pasted or stored, passes the same narrow gate. The server cleans it again.
(function () {
  'use strict';

  const guiche = window.guiche;
  const KEPT = {
    P: [], BR: [], B: [], STRONG: [], I: [], EM: [], U: [], S: [], UL: [], OL: [], LI: [], CODE: [], PRE: [],
    BLOCKQUOTE: [], H3: [], H4: [], A: ['href'], IMG: ['src', 'alt'],
  };
  const BLOCKS = 'P,UL,OL,PRE,BLOCKQUOTE,H3,H4,DIV';
  const PICTURE = /^(?:[^:?#]*)\/attachments\/[0-9a-f-]{36}$/;
  const LINK = /^(https?:|mailto:)/i;

  // ---- the gate ----------------------------------------------------------------------------------------------------

  function allowed(element, name) {
    const value = element.getAttribute(name) || '';
    if (name === 'href') {
      return LINK.test(value);
    }
    return name === 'src' ? PICTURE.test(value) : true;
  }

  function clean(from, to) {
    Array.from(from.childNodes).forEach(function (node) {
      if (node.nodeType === Node.TEXT_NODE) {
        to.append(node.nodeValue);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|TEMPLATE|TITLE|META|LINK|HEAD)$/.test(node.nodeName)) {
        return;
      }
      const attributes = KEPT[node.nodeName];
      if (!attributes || (node.nodeName === 'IMG' && !allowed(node, 'src'))) {
        const block = /^(DIV|H1|H2|H5|H6|SECTION|ARTICLE|TR|HEADER|FOOTER)$/.test(node.nodeName);
        const place = block && !node.querySelector(BLOCKS) ? document.createElement('p') : to;
        clean(node, place);
        if (place !== to && place.hasChildNodes()) {
          to.append(place);
        }
        return;
      }
      const copy = document.createElement(node.nodeName);
      attributes.filter((name) => node.hasAttribute(name) && allowed(node, name)).forEach(function (name) {
        copy.setAttribute(name, node.getAttribute(name));
      });
      clean(node, copy);
      to.append(copy);
    });
  }

  function gate(html) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const result = document.createElement('div');
    clean(parsed.body, result);
    return result.innerHTML;
  }

  function fromText(text) {
    const box = document.createElement('div');
    text.split(/\n{2,}/).forEach(function (part) {
      const paragraph = document.createElement('p');
      part.split('\n').forEach(function (line, index) {
        if (index > 0) {
          paragraph.append(document.createElement('br'));
        }
        paragraph.append(line);
      });
      box.append(paragraph);
    });
    return box.innerHTML;
  }

  // ---- the editor --------------------------------------------------------------------------------------------------

  const BUTTONS = [
    ['bold', 'B', 'b'],
    ['italic', 'I', 'i'],
    ['list', 'pi-list', null],
    ['link', 'pi-link', null],
    ['code', 'pi-code', null],
    ['image', 'pi-image', null],
  ];

  function texts(box) {
    return Object.fromEntries(
      (box.dataset.texts || '').split(';').map((part) => part.split('=').map((word) => word.trim())),
    );
  }

  function isEmpty(area) {
    return area.textContent.trim() === '' && !area.querySelector('img,li');
  }

  function store(area, field) {
    const value = isEmpty(area) ? '' : gate(area.innerHTML);
    area.classList.toggle('is-empty', value === '');
    if (field.value !== value) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function command(name, value) {
    document.execCommand(name, false, value);
  }

  function inside(area, selector) {
    const node = document.getSelection().anchorNode;
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const found = element && element.closest(selector);
    return found && area.contains(found) ? found : null;
  }

  function code(area) {
    const selection = document.getSelection();
    const present = inside(area, 'pre,code');
    if (present) {
      const text = document.createElement(present.nodeName === 'PRE' ? 'p' : 'span');
      text.textContent = present.textContent;
      present.replaceWith(text);
      selection.selectAllChildren(text);
      return;
    }
    const text = selection.toString();
    if (text.includes('\n') || text === '') {
      command('formatBlock', 'pre');
    } else {
      const element = document.createElement('code');
      element.textContent = text;
      command('insertHTML', element.outerHTML);
    }
  }

  function link(area, box) {
    const present = inside(area, 'a');
    if (present) {
      const range = document.createRange();
      range.selectNodeContents(present);
      const selection = document.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
    }
    const bar = box.querySelector('.g-linkbar');
    const input = bar.querySelector('input');
    bar.guicheRange = document.getSelection().rangeCount ? document.getSelection().getRangeAt(0).cloneRange() : null;
    input.value = present ? present.getAttribute('href') : '';
    bar.hidden = false;
    input.focus();
  }

  function useLink(area, bar) {
    const typed = bar.querySelector('input').value.trim();
    bar.hidden = true;
    area.focus();
    const selection = document.getSelection();
    if (bar.guicheRange) {
      selection.removeAllRanges();
      selection.addRange(bar.guicheRange);
    }
    if (typed === '') {
      command('unlink');
      return;
    }
    const address = LINK.test(typed) ? typed : typed.includes('@') ? 'mailto:' + typed : 'https://' + typed;
    if (selection.isCollapsed) {
      const anchor = document.createElement('a');
      anchor.href = address;
      anchor.textContent = typed;
      command('insertHTML', anchor.outerHTML);
    } else {
      command('createLink', address);
    }
  }

  function act(name, area, box) {
    if (name === 'image') {
      const files = guiche.boxFor(area);
      const pick = files && files.querySelector('input[type=file]');
      if (pick) {
        pick.click();
      }
      return;
    }
    area.focus();
    if (name === 'list') {
      command('insertUnorderedList');
    } else if (name === 'link') {
      link(area, box);
      return;
    } else if (name === 'code') {
      code(area);
    } else {
      command(name);
    }
    showState(area, box);
  }

  function showState(area, box) {
    const on = {
      bold: () => document.queryCommandState('bold'),
      italic: () => document.queryCommandState('italic'),
      list: () => Boolean(inside(area, 'ul,ol')),
      link: () => Boolean(inside(area, 'a')),
      code: () => Boolean(inside(area, 'pre,code')),
    };
    box.querySelectorAll('[data-format]').forEach(function (button) {
      const state = on[button.dataset.format];
      if (state) {
        button.setAttribute('aria-pressed', String(state()));
      }
    });
  }

  function toolbar(area, box) {
    const words = texts(box);
    const bar = document.createElement('div');
    bar.className = 'ql-toolbar';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', words.toolbar || '');
    BUTTONS.filter((format) => format[0] !== 'image' || guiche.boxFor(box)).forEach(function (format, index) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.format = format[0];
      button.title = words[format[0]];
      button.setAttribute('aria-label', words[format[0]]);
      button.tabIndex = index === 0 ? 0 : -1;
      const face = document.createElement('span');
      face.setAttribute('aria-hidden', 'true');
      face.className = format[1].startsWith('pi-') ? 'pi ' + format[1] : 'f-' + format[0];
      face.textContent = format[1].startsWith('pi-') ? '' : format[1];
      button.append(face);
      bar.append(button);
    });
    if (box.dataset.hint && guiche.boxFor(box)) {
      const hint = document.createElement('span');
      hint.className = 'push xs faint hide-sm hint';
      hint.textContent = box.dataset.hint;
      bar.append(hint);
    }
    bar.addEventListener('mousedown', (event) => event.preventDefault());
    bar.addEventListener('click', function (event) {
      const button = event.target.closest('[data-format]');
      if (button) {
        act(button.dataset.format, area, box);
      }
    });
    bar.addEventListener('keydown', function (event) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const buttons = Array.from(bar.querySelectorAll('button'));
      const next = step && buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length];
      if (next) {
        event.preventDefault();
        buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
        next.focus();
      }
    });
    return bar;
  }

  function linkBar(area, box) {
    const bar = document.createElement('div');
    bar.className = 'g-linkbar';
    bar.hidden = true;
    bar.dataset.unsaved = '';
    const input = document.createElement('input');
    input.type = 'text';
    input.inputMode = 'url';
    input.className = 'ui-inputfield';
    input.placeholder = 'https://';
    input.setAttribute('aria-label', box.dataset.link || 'Link');
    input.addEventListener('keydown', function (event) {
      event.stopPropagation();
      if (event.key === 'Enter') {
        event.preventDefault();
        useLink(area, bar);
      } else if (event.key === 'Escape') {
        bar.hidden = true;
        area.focus();
      }
    });
    bar.append(input);
    return bar;
  }

  function paste(event, area, field) {
    const data = event.clipboardData;
    const files = data.files;
    const html = data.getData('text/html');
    if (files.length > 0 && !/<table|<p|<div|<span/i.test(html)) {
      const box = guiche.boxFor(area);
      if (box) {
        event.preventDefault();
        guiche.upload(box, guiche.pasted(files)).then(function (stored) {
          stored.filter((file) => file && file.image && area.isConnected).forEach((file) => picture(file, area, box));
          store(area, field);
        });
      }
      return;
    }
    event.preventDefault();
    const plain = data.getData('text/plain');
    if (html && !inside(area, 'pre,code')) {
      command('insertHTML', gate(html));
    } else if (plain.includes('\n') && !inside(area, 'pre,code')) {
      command('insertHTML', fromText(plain));
    } else {
      command('insertText', plain);
    }
  }

  function picture(file, area, box) {
    const image = document.createElement('img');
    image.src = box.dataset.uploads.replace(/\/uploads$/, '/attachments/') + file.id;
    image.alt = file.name;
    const paragraph = document.createElement('p');
    paragraph.append(image);
    if (area.contains(document.getSelection().anchorNode)) {
      area.focus();
      command('insertHTML', image.outerHTML);
    } else {
      area.append(paragraph);
    }
  }

  function build(box) {
    const field = box.querySelector('textarea');
    const label = document.querySelector('label[for="' + CSS.escape(field.id) + '"]');
    const area = document.createElement('div');
    area.className = 'ql-editor rows-' + box.dataset.editor;
    area.contentEditable = field.disabled ? 'false' : 'true';
    area.id = field.id + '_input';
    area.setAttribute('role', 'textbox');
    area.setAttribute('aria-multiline', 'true');
    area.dataset.placeholder = box.dataset.placeholder || '';
    ['aria-describedby', 'aria-required', 'aria-invalid'].forEach(function (name) {
      if (field.hasAttribute(name)) {
        area.setAttribute(name, field.getAttribute(name));
      }
    });
    if (label) {
      label.id = label.id || field.id + '_label';
      area.setAttribute('aria-labelledby', label.id);
      label.htmlFor = area.id;
      label.addEventListener('click', () => area.focus());
    }
    area.innerHTML = gate(field.value);
    area.classList.toggle('is-empty', isEmpty(area));
    field.hidden = true;
    field.tabIndex = -1;
    box.prepend(toolbar(area, box), linkBar(area, box), area);
    command('defaultParagraphSeparator', 'p');
    area.addEventListener('input', function () {
      store(area, field);
      showState(area, box);
    });
    area.addEventListener('focus', function () {
      box.classList.add('ui-state-focus');
      if (area.innerHTML === '') {
        command('formatBlock', 'p');
      }
    });
    area.addEventListener('blur', function () {
      box.classList.remove('ui-state-focus');
      store(area, field);
      if (field.value !== field.dataset.told) {
        field.dataset.told = field.value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    area.addEventListener('keyup', () => showState(area, box));
    area.addEventListener('mouseup', () => showState(area, box));
    area.addEventListener('paste', (event) => paste(event, area, field));
    field.dataset.told = field.value;
    field.addEventListener('restored', function () {
      area.innerHTML = gate(field.value);
    });
  }

  guiche.arrive(function (scope) {
    scope.querySelectorAll('[data-editor]').forEach(function (box) {
      if (!box.querySelector('.ql-editor')) {
        build(box);
      }
    });
  });
})();
