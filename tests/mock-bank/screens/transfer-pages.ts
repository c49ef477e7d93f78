/** The four pages of 振込, apart from what they do; the third is also shown by the phishing copy. */
import { html } from 'hono/html';
import { proofSection } from './proof-section.ts';
import type { Proof } from './settlement.ts';
import type { Account } from '../customers.ts';
import { back, entryTable, link, next, plainRow, row, textInput } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { receiptSection } from '../pages/receipt.ts';
import { yen } from '../pages/yen.ts';
import { PAYEES, type PayeeEntry } from '../payees.ts';
import { accountName } from '../payer.ts';
import type { Done, TransferDraft } from '../session.ts';

export const TITLE = '振込';
export const ACCOUNTS = '/webbk/transfer/b-accounts.do';
export const AMOUNT = '/webbk/transfer/b-amount.do';
export const CONFIRM = '/webbk/transfer/b-confirm.do';
export const END = '/webbk/transfer/b-end.do';
export const CANCEL = '/webbk/transfer/b-cancel.do';

const STEPS = ['引落・振込先口座の指定', '振込内容の入力', '振込内容の確認', '振込手続の完了'];

const step = (look: Look, at: number, objection: string | null, body: Html): Html =>
  frame({ look, title: TITLE, help: 'transfer', loggedIn: true, steps: { names: STEPS, at }, objection, body });

/** 引落口座; also of 収納サービス. The balances stand below: a narrow screen cuts the end of a choice off. */
export const accountSelect = (accounts: Account[], chosen: string): Html => html`<select name="BSL0010">${accounts.map((account) =>
  html`<option value="${account.number}"${chosen === account.number ? ' selected' : ''}>${accountName(account)}</option>`)}</select>
<p class="balances">${accounts.map(({ number, balance }) => html`${number}　<span>残高 ${yen(balance)}</span><br>`)}</p>`;

export function accountsPage(look: Look, accounts: Account[], entry: PayeeEntry, objection: string | null = null): Html {
  const radio = (value: string, label: string): Html =>
    html`<label><input type="radio" name="BRD0010" value="${value}"${entry.payee === value ? ' checked' : ''}> ${label}</label><br>`;
  return step(look, 0, objection, html`<form method="post" action="${ACCOUNTS}">
<h2>引落口座の指定</h2>
${entryTable(look, [row('引落口座', accountSelect(accounts, entry.account))])}
<h2>振込先口座の指定</h2>
${entryTable(look, [
  row('振込先', html`${PAYEES.map((payee, index) => radio(String(index), payee))}${radio('new', '新しい振込先を入力する')}`),
  row('振込先金融機関名', textInput(look, { name: 'BTX0010', value: entry.bank, length: 30 }), false),
  row('支店名', textInput(look, { name: 'BTX0020', value: entry.branch, length: 30 }), false),
  row('口座番号(半角数字)', textInput(look, { name: 'BTX0030', value: entry.number, length: 7, digits: true }), false),
  row('受取人名(カナ)', textInput(look, { name: 'BTX0040', value: entry.name, length: 30 }), false),
])}
<p class="buttons">${next(look, '次へ')}</p></form>`);
}

export const amountPage = (look: Look, { draft, payer }: { draft: TransferDraft; payer: string }, objection: string | null = null): Html =>
  step(look, 1, objection, html`<form method="post" action="${AMOUNT}">
<h2>振込内容の入力</h2>
${entryTable(look, [
  row('引落口座', payer, false),
  row('振込先', draft.payee, false),
  row('振込金額(半角数字)', html`${textInput(look, { name: 'BTX0010', value: draft.amount ?? '', length: 10, digits: true })} 円`),
])}
<p class="buttons">${next(look, '次へ')} ${back(look, ACCOUNTS, '戻る')}</p></form>`);

/** With a token the code, without one the places of the card. */
export const confirmPage = (look: Look, { draft, payer, ...proof }: Proof & { draft: TransferDraft; payer: string }, objection: string | null = null): Html =>
  step(look, 2, objection, html`<form method="post" action="${CONFIRM}">
<h2>振込内容の確認</h2>
${entryTable(look, [
  plainRow('引落口座', payer),
  plainRow('振込先', draft.payee),
  plainRow('振込金額', yen(draft.amount ?? 0)),
])}
${proofSection(look, proof)}
<p class="buttons">${next(look, '振込実行')} ${link(CANCEL, '取引中止')} ${link(AMOUNT, '戻る')}</p>
<p><a href="${ACCOUNTS}">振込トップへ戻る</a></p></form>`);

export const donePage = (look: Look, done: Done): Html =>
  step(look, 3, null, html`${receiptSection(look, '振込の手続が完了しました。', '振込内容', done)}
<p class="buttons">${link(ACCOUNTS, '振込トップへ戻る')}</p>`);
