// One digit in each box: typing goes on to the next, a paste is spread, Backspace goes back.
import { tell } from './state.js';

const boxes = [...document.querySelectorAll('[data-boxes] input')];
const [{ form }] = boxes;

function told() {
  tell(form, boxes.map(({ value }) => value).join(''));
}

function spread(digits, from) {
  for (const [index, digit] of [...digits].slice(0, boxes.length - from).entries()) boxes[from + index].value = digit;
  boxes[Math.min(from + digits.length, boxes.length - 1)].focus();
}

function typed(box, at) {
  const digits = box.value.replaceAll(/\D/g, '');
  box.value = '';
  if (digits !== '') spread(digits, at);
  told();
}

function pressed(event, box, at) {
  const before = boxes[at - 1];
  if (event.key === 'ArrowLeft') before?.focus();
  if (event.key === 'ArrowRight') boxes[at + 1]?.focus();
  if (event.key !== 'Backspace' || box.value !== '' || !before) return;
  event.preventDefault();
  before.value = '';
  before.focus();
  told();
}

for (const [at, box] of boxes.entries()) {
  box.addEventListener('input', () => typed(box, at));
  // A box that is full takes the new digit instead of refusing it for its length.
  box.addEventListener('focus', () => box.select());
  box.addEventListener('keydown', (event) => pressed(event, box, at));
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    spread(event.clipboardData.getData('text').replaceAll(/\D/g, ''), at);
    told();
  });
}
