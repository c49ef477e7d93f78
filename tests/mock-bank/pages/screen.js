// 文字サイズ and the software keyboard; nothing else runs on the bank's pages. Before a click it only
// marks the size that is on, which may be one chosen on an earlier page.
const KEYS = ['1234567890', 'abcdefghij', 'klmnopqrst', 'uvwxyz', 'ABCDEFGHIJ', 'KLMNOPQRST', 'UVWXYZ'];

function key(label, press) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', press);
  return button;
}

function keyboardFor(field) {
  const board = document.createElement('div');
  board.className = 'keyboard';
  for (const line of KEYS) {
    const keys = document.createElement('div');
    for (const letter of line)
      keys.append(key(letter, () => { if (field.value.length < field.maxLength) field.value += letter; }));
    board.append(keys);
  }
  const edit = document.createElement('div');
  edit.append(key('1文字クリア', () => { field.value = field.value.slice(0, -1); }), key('全てクリア', () => { field.value = ''; }));
  board.append(edit);
  return board;
}

for (const box of document.querySelectorAll('[data-keyboard]')) {
  const field = document.getElementById(box.dataset.keyboard);
  box.addEventListener('change', () => {
    field.readOnly = box.checked;
    const board = field.parentElement.querySelector('.keyboard');
    if (box.checked && !board) field.parentElement.append(keyboardFor(field));
    else board?.remove();
  });
}

const SIZE = 'kagifuda-mock-size';
const sizes = document.querySelectorAll('[data-size]');
function show(size) {
  document.documentElement.classList.toggle('large', size === 'large');
  for (const button of sizes) button.setAttribute('aria-pressed', String(button.dataset.size === size));
}
show(sessionStorage.getItem(SIZE) === 'large' ? 'large' : 'normal');
for (const button of sizes)
  button.addEventListener('click', () => {
    sessionStorage.setItem(SIZE, button.dataset.size);
    show(button.dataset.size);
  });
