/** Fields that are not there when the page is. */
import { html } from 'hono/html';
import { asking, bankVariant, buttons, form, transfer, type Variant } from './variant.ts';
import type { Html } from '../pages/frame.ts';

/** What `late-fetch.do` fetches: a piece of a page, at an address of its own. */
export const LATE_PIECE = 'late-piece.do';
export const latePiece = (): Html => asking();

/** In a template nothing is shown, and no selector of the document finds it. */
const hidden = (): Html => html`<div data-place></div><template data-piece>${asking()}</template>`;

const opener = (): Html => html`<p class="buttons"><button type="button" class="button" data-open>ワンタイムパスワードの入力へ</button></p>`;

const late = (address: string, inside: Html): Html => form(address, html`${transfer()}${inside}${buttons()}`);

export const LATE: Variant[] = [
  bankVariant({
    token: 'code', address: 'late-button.do', title: 'ボタンで現れる欄', script: 'late.js',
    hard: '入力欄は、ボタンを押すまでページに存在しません。',
  }, () => late('late-button.do', html`<div data-late="button">${opener()}${hidden()}</div>`)),
  bankVariant({
    token: 'code', address: 'late-fetch.do', title: '通信のあとで現れる欄', script: 'late.js',
    policy: () => ({ 'connect-src': "'self'" }),
    hard: '入力欄は、ページの表示後にサーバーから取り寄せられて現れます。',
  }, () => late('late-fetch.do', html`<div data-late="fetch"><div data-place></div></div>`)),
  bankVariant({
    token: 'code', address: 'late-timer.do', title: '2秒後に現れる欄', script: 'late.js',
    hard: '入力欄は、操作がなくてもページの表示から2秒後に現れます。',
  }, () => late('late-timer.do', html`<div data-late="timer">${hidden()}</div>`)),
  bankVariant({
    token: 'code', address: 'late-shown.do', title: '隠れている欄', script: 'late.js',
    hard: '入力欄は初めからページにありますが、ボタンを押すまで表示されません。',
  }, () => late('late-shown.do', html`<div data-late="shown">${opener()}<div data-place class="unshown">${asking()}</div></div>`)),
];
