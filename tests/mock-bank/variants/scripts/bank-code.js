// An element that is a field of its form: the input inside belongs to no form, and the browser does nothing for it.
import { tell } from './state.js';

const SHEETS = ['/webbk/style.css', '/variants/variants.css'];

function inputOf() {
  const input = document.createElement('input');
  Object.assign(input, { type: 'password', maxLength: 6, size: 10, autocomplete: 'off' });
  return input;
}

class BankCode extends HTMLElement {
  static formAssociated = true;
  #internals = this.attachInternals();
  #input = inputOf();

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    for (const href of SHEETS) root.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    root.append(this.#input);
    this.#internals.setFormValue('');
    this.#input.addEventListener('input', () => this.#changed());
    // Enter in an input that has no form sends nothing by itself.
    this.#input.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') this.#internals.form?.requestSubmit();
    });
  }

  formResetCallback() {
    this.#input.value = '';
    this.#changed();
  }

  #changed() {
    this.#internals.setFormValue(this.#input.value);
    if (this.#internals.form) tell(this.#internals.form, this.#input.value);
  }
}

customElements.define('bank-code', BankCode);
