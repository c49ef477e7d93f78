/** Pages in pages: the bank in a stranger's, a stranger in the bank's, and pages that have no origin. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { PATH, trapForm, trapPage, type Hosts, type Trap } from './trap.ts';
import type { Html } from '../pages/frame.ts';

const ANYONE = ({ bank, copy }: Hosts): string => `'self' ${bank('')} ${copy('')}`;

/** The bank's page as it stands in frames, and the stranger's. The address names the institution, as an entry page would. */
const framed = (address: string, title: string): Trap => trapPage({
  address, title, trick: '枠に入れられるための画面です。', policy: (hosts) => ({ 'frame-ancestors': ANYONE(hosts) }),
}, null, () => trapForm());

const at = (own: string): string => `${PATH}inner.do?bankcode=${encodeURIComponent(btoa('1188'))}&of=${own}`;
const part = (attributes: Html): Html => html`<iframe class="part" title="振込" ${attributes}></iframe>`;
const page = (name: string, title: string, trick: string, body: (hosts: Hosts) => Html, host?: 'copy', own: Record<string, string> = {}): Trap =>
  trapPage({ address: `frame-${name}.do`, title, trick, ...(host ? { host } : {}), policy: (hosts) => ({ 'frame-src': `${ANYONE(hosts)} data: blob:`, ...own }) }, null, body);

/** The stranger's page that stands in a frame of the bank's, with the bank's in a frame of its own. */
const middle = trapPage({
  address: 'middle.do', title: '枠の中の偽サイト', trick: '金庫の画面の枠に入れられて、自分の枠に金庫の画面を入れます。', host: 'copy',
  policy: (hosts) => ({ 'frame-ancestors': ANYONE(hosts), 'frame-src': ANYONE(hosts) }),
}, null, ({ bank }) => part(html`src="${bank(at('middle'))}"`));

export const INNER: Trap[] = [framed('inner.do', '枠の中の画面'), middle];

/** Markup within an attribute: `html` escapes it once more. */
const within = async (attribute: (text: string) => Html): Promise<HtmlEscapedString> => attribute(`<!DOCTYPE html>${await trapForm()}`);

export const FRAMES: Trap[] = [
  page('in-evil', '偽サイトの中の金庫', '偽サイトが金庫の本物の画面を枠に入れています。', ({ bank }) => part(html`src="${bank(at('in-evil'))}"`), 'copy'),
  page('in-evil-clear', '透明な枠の中の金庫', '偽サイトが金庫の画面を透明な枠で釣りのボタンに重ねています。',
    ({ bank }) => html`<button type="button" class="lure">同意する</button>${part(html`style="opacity:.01;position:absolute;top:0;left:0" src="${bank(at('clear'))}"`)}`, 'copy'),
  page('evil-in-bank', '金庫の中の偽サイト', '金庫の画面に、偽サイトの同じ欄が枠で入っています。', ({ copy }) => part(html`src="${copy(at('evil'))}"`)),
  page('bank-in-bank', '金庫の中の金庫', '金庫の画面が、同じ発信元の枠に入っています。', () => part(html`src="${at('own')}"`)),
  page('bank-in-evil-in-bank', '金庫、偽サイト、金庫', '金庫の画面の中の偽サイトの中に、もう一度金庫の画面があります。', ({ copy }) => part(html`src="${copy(`${PATH}middle.do`)}"`)),
  page('sandboxed', '砂場の枠', '枠は sandbox で発信元を失っています。', () => part(html`sandbox="allow-scripts allow-forms" src="${at('sandbox')}"`)),
  page('sandboxed-page', '砂場の画面', '画面そのものが sandbox の方針で発信元を失っています。', () => trapForm(), undefined, { sandbox: 'allow-forms allow-scripts' }),
  page('srcdoc', 'srcdoc の枠', '枠の中身は属性に書かれています。', () => within((text) => part(html`srcdoc="${text}"`))),
  page('data', 'data: の枠', '枠の中身は data: です。', () => within((text) => part(html`src="data:text/html;charset=utf-8,${encodeURIComponent(text)}"`))),
  page('blank', 'about:blank の枠', '枠は空で、中身は外から書き込まれます。', () => html`${part(html`src="about:blank"`)}<script type="module" src="${PATH}scripts/blank.js"></script>`),
  page('object', 'object の枠', '枠は object 要素です。', () => html`<object class="part" data="${at('object')}"></object>`, undefined, { 'object-src': "'self'" }),
  page('tiny', '小さな枠', '枠は1画素です。', () => part(html`style="width:1px;height:1px" src="${at('tiny')}"`)),
];

/** The customer's own page, with a stranger's in a frame: the own field may be filled, and only that. */
export const BESIDE = page('beside', '金庫の欄と偽サイトの枠', '金庫の欄の隣に、偽サイトの同じ欄が枠で入っています。金庫の欄には入れてかまいません。',
  ({ copy }) => html`${trapForm()}${part(html`src="${copy(at('beside'))}"`)}`);
