// Shown in full width, sent in half width.
import { send, tell } from './state.js';

const field = document.querySelector('#txtBox001');
const wide = (digits) => digits.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const narrow = () => field.value.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6);

field.addEventListener('input', () => {
  const digits = narrow();
  field.value = wide(digits);
  tell(field.form, digits);
});
send(field.form, field.name, narrow);
