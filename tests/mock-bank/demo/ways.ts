/** From the demo page to everything: the banks' login pages, the other customers, and what is around the banks. */
import { html } from 'hono/html';
import type { Customer } from '../customers.ts';
import { DEMO_CUSTOMERS } from '../demo-customers.ts';
import { INSTITUTIONS, type BankInstitution } from '../institutions.ts';
import type { Html } from '../pages/frame.ts';

export type Address = (host: string, path: string) => string;

/** The entry addresses name the institution; the shinkin platform drops it by a redirect, as the real one does. */
export function loginAddress(address: Address, { code, platform }: Pick<BankInstitution, 'code' | 'platform'>): string {
  if (platform === 'parasol') return address('parasol.localhost', `/ib/index.do?PT=BS&CCT0080=${code}`);
  return address('ib.shinkin.localhost', `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(Buffer.from(code).toString('base64'))}`);
}

const NOTES: Record<string, string> = {
  1188: '認証が必須', 1581: '資金移動用パスワード', 1998: 'カード廃止のお知らせ', 1999: 'スマートフォン向け・SKOH', 2143: '信用組合・1分ごと',
};

const person = ({ institution, contract }: Customer, other: (typeof DEMO_CUSTOMERS)[number]): Html => html`<li><a href="/?institution=${other.institution}&amp;contract=${other.contract}"${
  other.institution === institution && other.contract === contract ? html` aria-current="true"` : ''}>${other.name}${'inquiryOnly' in other ? '（照会のみ）' : ''}</a></li>`;

/** All demo customers under their institutions; the one of this page is marked. */
export const people = (now: Customer): Html => html`<details class="people"><summary>ほかのお客様・ほかの金融機関でためす <span class="english" lang="en">Another customer or bank</span></summary>
<dl>${INSTITUTIONS.map(({ code, name }) => html`<div><dt>${name}<small>${NOTES[code]}</small></dt>
<dd><ul>${DEMO_CUSTOMERS.filter(({ institution }) => institution === code).map((other) => person(now, other))}</ul></dd></div>`)}</dl></details>`;

const way = (href: string, name: string, text: string, english: string): Html =>
  html`<li><a href="${href}"><b>${name}</b>${text}<span class="english" lang="en">${english}</span></a></li>`;

export const ways = (address: Address, { institution, contract }: Customer): Html => {
  const about = `?institution=${institution}&contract=${contract}`;
  const union = INSTITUTIONS.some(({ code, platform }) => code === institution && platform === 'parasol');
  return html`<h2>銀行のログイン画面 <span class="english" lang="en">The banks</span></h2>
<ul class="ways banks">${INSTITUTIONS.map((bank) => html`<li><a href="${loginAddress(address, bank)}"><b>${bank.name}</b>${NOTES[bank.code]}</a></li>`)}</ul>
<h2>銀行のまわり <span class="english" lang="en">Around the banks</span></h2>
<ul class="ways">
${way(address('mail.localhost', '/'), 'メールボックス', '「トークン発行のご案内」が届きます。', 'The mailbox')}
${way(address('mail.localhost', union ? '/tokens' : `/tokens${about}`), 'ハードウェアトークン', '届いたトークンのボタンを押します。', 'Hardware tokens')}
${way(address('mail.localhost', '/phone'), 'スマートフォン', '別の端末のトークン。交換や信用組合で使います。', 'A phone with the token apps')}
${way(address('mail.localhost', `/desk/customer${about}`), '窓口', '紛失・ロック解除・再発行・再同期・日付。', 'The desk')}
${way(address('ib-shinkin.localhost', '/webbk/login/b-login.do'), 'にせの銀行', 'そっくりの画面。鍵札は黙ったままです。', 'The phishing copy')}
${way(address('ib.shinkin.localhost', '/variants/'), 'いろいろな入力欄', '作りの違う画面でも入力できるか試します。', 'Forms of many makes')}
</ul>`;
};
