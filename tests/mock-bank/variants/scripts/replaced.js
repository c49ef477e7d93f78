// Every change draws the field anew: the element that took the letter is gone after it.
import { send, tell } from './state.js';

const place = document.querySelector('[data-replaced]');
const form = place.closest('form');
const model = place.querySelector('input').cloneNode();
let state = '';

function draw() {
  const old = place.querySelector('input');
  const fresh = model.cloneNode();
  fresh.setAttribute('value', state);
  const [at, active] = [old.selectionEnd, old === document.activeElement];
  old.replaceWith(fresh);
  if (active) {
    fresh.focus();
    fresh.setSelectionRange(at, at);
  }
  tell(form, state);
}

place.addEventListener('input', ({ target }) => {
  state = target.value.replaceAll(/[^0-9]/g, '').slice(0, 6);
  draw();
});
send(form, model.name, () => state);
