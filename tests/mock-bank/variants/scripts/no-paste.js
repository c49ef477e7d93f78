// Digits by the keyboard only, "for safety": pasting, dropping and other keys are cancelled.
import { tell } from './state.js';

const field = document.querySelector('#pswd001');
const cancel = (event) => event.preventDefault();
for (const kind of ['paste', 'drop', 'contextmenu', 'copy']) field.addEventListener(kind, cancel);
field.addEventListener('keydown', (event) => {
  if (!/^(\d|Tab|Enter|Backspace|Delete|Arrow\w+)$/.test(event.key)) event.preventDefault();
});
field.addEventListener('beforeinput', (event) => {
  if (/^insertFrom(Paste|Drop)/.test(event.inputType)) event.preventDefault();
});
field.addEventListener('input', () => tell(field.form, field.value));
