// A software keyboard of digits in an order of its own each time; the field beside it can't be typed into.
import { tell } from './state.js';

const LENGTH = 6;
const shown = document.querySelector('[data-keypad]');
const { form } = shown;
const only = shown.dataset.keypad === 'only';
// Where it is the only way, the field shows dots and another one carries the digits.
const carrier = only ? shown.nextElementSibling : shown;

function put(value) {
  carrier.value = value.slice(0, LENGTH);
  if (only) shown.value = '●'.repeat(carrier.value.length);
  tell(form, carrier.value);
}

function shuffled() {
  const order = crypto.getRandomValues(new Uint32Array(10));
  return [...order.keys()].toSorted((one, other) => order[one] - order[other]);
}

function key(label, press, wide = false) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.classList.toggle('wide', wide);
  button.addEventListener('click', press);
  return button;
}

function board() {
  const keys = document.createElement('div');
  keys.className = 'keyboard digits';
  keys.append(...shuffled().map((digit) => key(String(digit), () => put(carrier.value + digit))));
  keys.append(key('1文字クリア', () => put(carrier.value.slice(0, -1)), true), key('全てクリア', () => put(''), true));
  return keys;
}

const cell = shown.closest('td');
const choice = cell.querySelector('[data-keypad-switch]');
if (only) cell.append(board());
choice?.addEventListener('change', () => {
  shown.readOnly = choice.checked;
  if (choice.checked) cell.append(board());
  else cell.querySelector('.keyboard').remove();
});
shown.addEventListener('input', () => tell(form, shown.value));
// Browsers put old values back into fields when a page is shown again.
put('');
