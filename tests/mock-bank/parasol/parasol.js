// 文字サイズ and the software keyboard. Before a click nothing happens, but for a customer who chose a size on an earlier page.
const LETTERS = ['ABCDEFGHIJ', 'KLMNOPQRST', 'UVWXYZ'];
const DIGITS = '0123456789';
const MODES = {
  大文字: LETTERS,
  小文字: LETTERS.map((line) => line.toLowerCase()),
  数字: [DIGITS],
  記号: ['!#$%&()*+', ',-./:;<=>?', '@[]^_{|}~'],
};

function button(label, press, kind) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.className = kind;
  made.addEventListener('click', press);
  return made;
}

function column(kind, ...children) {
  const made = document.createElement('div');
  made.className = kind;
  made.append(...children);
  return made;
}

/** A read-only field takes what a script sets; the page's own listeners hear of it as if it had been typed. */
function put(field, value) {
  if (value.length > field.maxLength) return;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function keysOf(field, lines) {
  return lines.map((line) => column('line', ...[...line].map((letter) => button(letter, () => put(field, field.value + letter), 'key'))));
}

function keyboardFor(field, withDigits, close) {
  const keys = column('keys');
  const modes = column('modes');
  const change = (name) => {
    // トークン発行 takes digits only: there the digits stay in sight whatever the mode.
    const lines = withDigits && name !== '数字' ? [DIGITS, ...MODES[name]] : MODES[name];
    keys.replaceChildren(...keysOf(field, lines));
    for (const mode of modes.children) mode.setAttribute('aria-pressed', String(mode.textContent === name));
  };
  modes.append(...Object.keys(MODES).map((name) => button(name, () => change(name), 'mode')));
  const edits = column('edits',
    button('1文字クリア', () => put(field, field.value.slice(0, -1)), 'edit'),
    button('全てクリア', () => put(field, ''), 'edit'),
    button('入力確定', close, 'edit go'));
  change('大文字');
  return column('keyboard', modes, keys, edits);
}

for (const box of document.querySelectorAll('[data-keyboard]')) {
  const field = document.getElementById(box.dataset.keyboard);
  const place = box.closest('.soft');
  const close = () => place.querySelector('.keyboard')?.remove();
  const open = () => {
    if (!place.querySelector('.keyboard')) place.append(keyboardFor(field, box.dataset.keys === 'digits', close));
  };
  const follow = () => {
    field.readOnly = box.checked;
    if (box.checked) open();
    else close();
  };
  box.addEventListener('change', follow);
  // After 入力確定 the field stays read-only; a click on it brings the keys back.
  field.addEventListener('click', () => box.checked && open());
  // A browser that reloads the page keeps the tick, but not what the tick did.
  follow();
}

const SIZE = 'parasol-mock-size';
const show = (size) => {
  document.documentElement.dataset.size = size;
  for (const one of document.querySelectorAll('button[data-size]')) one.setAttribute('aria-pressed', String(one.dataset.size === size));
};
show(sessionStorage.getItem(SIZE) ?? 'middle');
for (const one of document.querySelectorAll('button[data-size]'))
  one.addEventListener('click', () => {
    sessionStorage.setItem(SIZE, one.dataset.size);
    show(one.dataset.size);
  });
