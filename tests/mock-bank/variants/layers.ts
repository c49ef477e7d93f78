/** Forms in the browser's top layer, over other forms. */
import { html } from 'hono/html';
import { asking, bankVariant, buttons, form, transfer, type Variant } from './variant.ts';
import { next, row, secret } from './rows.ts';
import type { Html } from '../pages/frame.ts';

const layered = (address: string, label: string): Html => form(address, html`${asking()}<p class="buttons">${next(label)}
<button type="button" class="button" data-close>閉じる</button></p>`);

/** Without a script a dialog of the same document can only be a popover. */
const popover = (): Html => html`${transfer()}<p class="buttons"><button type="button" class="button go" popovertarget="layer01">認証へ進む</button></p>
<div popover id="layer01" class="layer">${form('popover.do', html`${asking()}<p class="buttons">${next('振込実行')}
<button type="button" class="button" popovertarget="layer01" popovertargetaction="hide">閉じる</button></p>`)}</div>`;

const dialog = (address: string): Html => html`<dialog class="layer" data-dialog>${layered(address, '振込実行')}</dialog>`;

const BELOW = { name: 'BPW0020', label: '画面の後ろのログインパスワード' };

export const LAYERS: Variant[] = [
  bankVariant({
    address: 'dialog.do', title: '対話窓', token: 'code', script: 'dialog.js',
    hard: '入力欄は、ボタンで開く modal の dialog にあり、その外にあるものはすべて操作できなくなります。',
  }, () => html`${transfer()}<p class="buttons"><button type="button" class="button go" data-open>認証へ進む</button></p>${dialog('dialog.do')}`),
  bankVariant({
    address: 'popover.do', title: '浮かぶ窓', token: 'code',
    hard: '入力欄は popover にあり、その外を押すと入力欄ごと閉じてしまいます。',
  }, () => popover()),
  bankVariant({
    address: 'dialog-over-form.do', title: 'フォームの上の対話窓', token: 'code', script: 'dialog.js', beside: [BELOW],
    hard: '開いたままの別のフォームの上に dialog が重なり、後ろの同じ見た目の欄は見えていても使えません。',
  }, () => html`${form('dialog-over-form.do', html`<h2>ログインパスワードの入力</h2>
<table class="entry">${row('パスワード(半角英数字)', secret(BELOW.name, 12))}</table>${buttons('照会')}`)}
<dialog class="layer" data-dialog="at-once">${layered('dialog-over-form.do', '認証')}</dialog>`, '残高照会'),
];

