/** What the customer holds in the hand: the card and the application's copy, which no screen of a bank shows. */
import { html } from 'hono/html';
import type { Customer } from '../customers.ts';
import type { Html } from '../pages/frame.ts';

/** A row of the card: names above, digits below. */
const grid = (caption: string, names: string[], digits: string[]): Html => html`<table><caption>${caption}</caption>
<tr>${names.map((name) => html`<th>${name}</th>`)}</tr><tr>${digits.map((digit) => html`<td>${digit}</td>`)}</tr></table>`;

function secret({ card: cells, transferPassword, confirmPassword }: Customer): Html {
  if (cells) return grid('確認用パスワード', Object.keys(cells), Object.values(cells));
  if (confirmPassword !== null) return grid('確認用パスワード（振込取引時に使用）', ['そのまま入力します'], [confirmPassword]);
  const digits = (transferPassword ?? '').split('');
  return grid('資金移動用パスワード', digits.map((_digit, index) => String(index + 1)), digits);
}

const isUnion = ({ confirmPassword }: Customer): boolean => confirmPassword !== null;

export const card = (customer: Customer): Html => html`<figure class="card" aria-label="お客様カード">
<p class="bank">${customer.institutionName}<span>お客様カード</span></p>
<dl><dt>${isUnion(customer) ? 'ログインID' : '契約者ID（利用者番号）'}</dt><dd class="number">${customer.contract}</dd>
<dt>お名前</dt><dd>${customer.name} 様</dd></dl>
${secret(customer)}
<p class="sample">模擬 SAMPLE</p></figure>`;

function unionLetter({ firstPassword, mail }: Customer): Html {
  return html`<p>ログインパスワード</p><p class="number">${firstPassword}</p>
<p>メールアドレス</p><p class="number small">${mail}</p>`;
}

const shinkinLetter = ({ firstPassword }: Customer, started: boolean): Html => html`<p>初回ログインパスワード</p><p class="number">${firstPassword}</p>
${started ? html`<p class="hint">このお客様は初回ログインがお済みです。ご自分で決めたログインパスワードを使ってください。<br>
<span lang="en">First login is done: use the password you chose.</span></p>` : ''}`;

export const letter = (customer: Customer, started: boolean, inquiryOnly: boolean): Html => html`<div class="letter">
<h3>申込書の控え</h3>${isUnion(customer) ? unionLetter(customer) : shinkinLetter(customer, started)}
${inquiryOnly ? html`<p class="hint">照会のみのご契約です（ワンタイムパスワードの利用開始は断られます）。<br><span lang="en">Inquiry only: the bank refuses a token.</span></p>` : ''}</div>`;

