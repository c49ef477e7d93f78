/** Fields that refuse how others bring digits in, or change what was brought. */
import { html } from 'hono/html';
import { bankVariant, CODE, state, transferForm, type Field, type Variant } from './variant.ts';
import type { Html } from '../pages/frame.ts';

const BOXES: Field[] = [1, 2, 3, 4, 5, 6].map((place) => ({ name: `BTX001${place}`, label: `${place}桁目` }));

/** Only the first one is open. */
const boxes = (): Html => html`<span class="boxes" data-boxes="opening">${BOXES.map(({ name }, index) =>
  html`<input type="tel" name="${name}" inputmode="numeric" maxlength="1" size="1" autocomplete="off"${index === 0 ? '' : html` disabled`}>`)}</span>`;

const eye = (): Html => html`<input type="password" id="pswd001" name="${CODE.name}" maxlength="6" size="10" autocomplete="off">
<button type="button" data-eye="pswd001">表示する</button>`;

export const REFUSING: Variant[] = [
  bankVariant({
    token: 'code', tellsState: true, address: 'no-paste.do', title: '貼り付けを断る欄', script: 'no-paste.js',
    hard: '貼り付けとドラッグは断られ、数字のほかのキーは打ち消されます。',
  }, () => transferForm('no-paste.do', undefined, state())),
  bankVariant({
    token: 'code', tellsState: true, address: 'full-width.do', title: '全角に変わる欄', script: 'full-width.js',
    hard: '入力した数字は全角に変えて表示され、送信のときに半角に戻されます。',
  }, () => transferForm('full-width.do', html`<input type="text" id="txtBox001" name="${CODE.name}" maxlength="6" size="12" autocomplete="off">`, state())),
  bankVariant({
    token: 'code', tellsState: true, address: 'boxes-opening.do', title: '順に開く6つの箱', script: 'boxes-opening.js', asked: BOXES,
    hard: '箱は前の箱に数字が入るまで無効で、入ると次の箱が開いて選ばれます。',
  }, () => transferForm('boxes-opening.do', boxes(), state())),
  bankVariant({
    token: 'code', address: 'eye.do', title: '表示を切り替える欄', script: 'eye.js',
    hard: 'ボタンを押すたびに、欄の型がpasswordとtextのあいだで変わります。',
  }, () => transferForm('eye.do', eye())),
];
