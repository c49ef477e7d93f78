// The field becomes another as soon as the focus comes: between the look and the digits.
import { field } from './arm.js';

const { trick } = document.querySelector('[data-trick]').dataset;
const TURNS = {
  'focus-type': (one) => (one.type = 'hidden'),
  'focus-hide': (one) => (one.style.opacity = '0'),
  'focus-away': (one) => (one.form.action = 'http://ib-shinkin.localhost/'),
  'focus-removed': (one) => one.remove(),
};
field().addEventListener('focus', ({ target }) => TURNS[trick](target));
