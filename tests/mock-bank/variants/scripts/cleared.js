// Each time the field is chosen the page empties it, "for safety".
import { tell } from './state.js';

const field = document.querySelector('#pswd001');
field.addEventListener('focus', () => {
  field.value = '';
  tell(field.form, '');
});
field.addEventListener('input', () => tell(field.form, field.value));
