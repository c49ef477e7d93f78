/** One way to lay out the commonest page of a bank: what stands around 振込内容の確認 and the field for the code. */
import { html } from 'hono/html';
import { frame, type Html } from '../pages/frame.ts';
import { CODE, look, PATH, transferForm, type Variant } from '../variants/variant.ts';

export interface Layout extends Variant {
  /** Words of the button that must be pressed before the field is there. */
  first?: string;
  /** Of the window it is made for, CSS pixels. */
  width?: number;
  height?: number;
}

interface Around {
  /** Words of the customer's bank, above and below the form. */
  before?: Html | string;
  after?: Html | string;
  first?: string;
  width?: number;
  height?: number;
  /** The form in something of the layout's own. */
  wrap?: (form: Html) => Html;
  script?: 'layouts.js' | 'behaviours.js' | 'dialog.js';
}

const same = (form: Html): Html => form;

const load = (script: string | undefined): Html | string =>
  script === undefined ? '' : html`<script type="module" src="${PATH}scripts/${script}"></script>`;

/** `name` is the class that the style sheet knows it by. */
export function layout(name: string, title: string, hard: string, { before = '', after = '', first, width, height, wrap = same, script }: Around = {}): Layout {
  const address = `layout-${name}.do`;
  const body = (): Html => html`<link rel="stylesheet" href="${PATH}variants.css"><link rel="stylesheet" href="${PATH}layouts.css">
<div class="page ${name}">${before}<div class="holder">${wrap(transferForm(address))}</div>${after}</div>${load(script)}`;
  return {
    address, title, hard, token: 'code', asked: [CODE],
    html: () => frame({ look: look(), title: '振込', body: body() }),
    ...(first === undefined ? {} : { first }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}
