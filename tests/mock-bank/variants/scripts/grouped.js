// Three digits, a separator, three digits; only the digits are sent.
import { send, tell } from './state.js';

const field = document.querySelector('[data-separator]');
const { form } = field;
const { separator } = field.dataset;
let state = '';

const grouped = (digits) => (digits.length > 3 ? digits.slice(0, 3) + separator + digits.slice(3) : digits);

field.addEventListener('input', () => {
  // The caret stays behind the same digit, however many separators there are before it.
  const before = field.value.slice(0, field.selectionEnd).replaceAll(/\D/g, '').length;
  state = field.value.replaceAll(/\D/g, '').slice(0, 6);
  field.value = grouped(state);
  const at = before > 3 ? before + separator.length : before;
  field.setSelectionRange(at, at);
  tell(form, state);
});
send(form, field.name, () => state);
