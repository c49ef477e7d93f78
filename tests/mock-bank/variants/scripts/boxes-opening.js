// Each box opens the next one, as a framework does once its digit is in its state.
import { tell } from './state.js';

const boxes = [...document.querySelectorAll('[data-boxes] input')];
const [{ form }] = boxes;

function typed(box, at) {
  box.value = box.value.replaceAll(/\D/g, '').slice(-1);
  tell(form, boxes.map(({ value }) => value).join(''));
  const following = boxes[at + 1];
  if (box.value === '' || !following) return;
  queueMicrotask(() => {
    following.disabled = false;
    following.focus();
  });
}

for (const [at, box] of boxes.entries()) {
  box.addEventListener('input', () => typed(box, at));
  box.addEventListener('focus', () => box.select());
}
