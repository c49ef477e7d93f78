// A controlled field, as component libraries have it: the state is the truth, the field its picture.
import { send, tell } from './state.js';

const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

// The element gets a `value` of its own, which remembers what was set by a program. An input event that finds
// exactly this value is no news: somebody wrote through the property, and the component doesn't hear of it.
function track(field) {
  let known = native.get.call(field);
  Object.defineProperty(field, 'value', {
    configurable: true,
    get: () => native.get.call(field),
    set(next) {
      known = String(next);
      native.set.call(field, known);
    },
  });
  return () => {
    const present = native.get.call(field);
    const isNews = present !== known;
    known = present;
    return isNews;
  };
}

const field = document.querySelector('#txtBox001');
const { form } = field;
const isNews = track(field);
let state = '';

function render() {
  if (field.value !== state) field.value = state;
  tell(form, state);
}

// At the form, as libraries listen at their root; the picture follows in a microtask after the event.
form.addEventListener('input', () => {
  if (isNews()) state = field.value.replaceAll(/[^0-9]/g, '').slice(0, 6);
  queueMicrotask(render);
});
form.addEventListener('focusout', render);
send(form, field.name, () => state);
render();
