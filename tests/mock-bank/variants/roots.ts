/** Shadow roots, as the parser makes them from the markup (no script), and an element that is a form field itself. */
import { html } from 'hono/html';
import { asking, bankVariant, buttons, CODE, form, PATH, state, transfer, type Variant } from './variant.ts';
import { back, next, row, secret } from './rows.ts';
import type { Html } from '../pages/frame.ts';

/** The page's style sheets end at a shadow root. */
const styles = (): Html => html`<link rel="stylesheet" href="/webbk/style.css"><link rel="stylesheet" href="${PATH}variants.css">`;

const root = (name: string, mode: 'open' | 'closed', inside: Html): Html =>
  html`<${name}><template shadowrootmode="${mode}">${styles()}${inside}</template></${name}>`;

const whole = (address: string): Html => form(address, html`${transfer()}${asking()}${buttons()}`);

/** The label stands in the outer root; the field, its form and its button in the inner one. */
const nested = (): Html => root('bank-page', 'open', html`${transfer()}<section><h2>ワンタイムパスワードの入力</h2>
<table class="entry">${row('パスワード(半角数字)', root('bank-field', 'open', form('shadow-nested.do',
  html`${secret(CODE.name, 6)} ${next('振込実行')}`)))}</table></section><p class="buttons">${back(PATH, '一覧へ戻る')}</p>`);

export const ROOTS: Variant[] = [
  bankVariant({
    address: 'shadow-open.do', title: '開いた影の根', token: 'code',
    hard: 'フォーム全体が開いた shadow root の中にあり、文書の検索では要素が見つかりません。',
  }, () => root('bank-form', 'open', whole('shadow-open.do'))),
  bankVariant({
    address: 'shadow-nested.do', title: '二重の影の根', token: 'code',
    hard: '見出しは外側の shadow root に、入力欄はその中の shadow root にあり、意味と欄が別の木に分かれています。',
  }, () => nested()),
  bankVariant({
    address: 'shadow-closed.do', title: '閉じた影の根', token: 'code',
    hard: 'フォームは閉じた shadow root の中にあり、ページのスクリプトからも要素に届きません。',
  }, () => root('bank-form', 'closed', whole('shadow-closed.do'))),
  bankVariant({
    address: 'shadow-associated.do', title: 'フォームに属する部品', token: 'code', script: 'bank-code.js', tellsState: true,
    hard: '独自の要素がフォームの項目として値を送り（ElementInternals）、中の入力欄はどのフォームにも属しません。',
  }, () => form('shadow-associated.do', html`${transfer()}${asking(html`<bank-code name="${CODE.name}"></bank-code>`)}${state()}${buttons()}`)),
];
