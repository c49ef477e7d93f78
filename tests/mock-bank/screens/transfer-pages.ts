/** The four pages of 振込, apart from what they do; the third is also shown by the phishing copy. */
import { html } from 'hono/html';
import { yen } from './top.ts';
import type { Account } from '../customers.ts';
import type { BankInstitution } from '../institutions.ts';
import { codeSection } from '../pages/code-section.ts';
import { back, next, plainRow, row } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import { receiptSection } from '../pages/receipt.ts';
import { secondSecretSection } from '../pages/second-secret.ts';
import type { Places } from '../second-secret.ts';
import type { Done, TransferDraft } from '../session.ts';

export const ACCOUNTS = '/webbk/transfer/b-accounts.do';
export const AMOUNT = '/webbk/transfer/b-amount.do';
export const CONFIRM = '/webbk/transfer/b-confirm.do';
export const END = '/webbk/transfer/b-end.do';
export const CANCEL = '/webbk/transfer/b-cancel.do';

/** Payees that the customer registered at the desk. */
export const PAYEES = ['模擬銀行 本店 普通 1234567 カ）タナカシヨウテン', '模擬銀行 駅前支店 普通 7654321 サトウ イチロウ'];

const STEPS = ['引落・振込先口座の指定', '振込内容の入力', '振込内容の確認', '振込手続の完了'];

const step = (institution: BankInstitution, at: number, objection: string | null, body: Html): Html =>
  frame({ institution, title: '振込', help: 'transfer', loggedIn: true, steps: { names: STEPS, at }, objection, body });

export interface PayeeEntry {
  account: string;
  payee: string;
  bank: string;
  branch: string;
  number: string;
  name: string;
}

const text = (name: string, value: string, length: number): Html =>
  html`<input type="text" name="${name}" maxlength="${length}" size="24" autocomplete="off" value="${value}">`;

export function accountsPage(institution: BankInstitution, accounts: Account[], entry: PayeeEntry, objection: string | null = null): Html {
  const option = ({ branch, kind, number, balance }: Account): Html =>
    html`<option value="${number}"${entry.account === number ? ' selected' : ''}>${branch} ${kind} ${number}（残高 ${yen(balance)}）</option>`;
  const radio = (value: string, label: string): Html =>
    html`<label><input type="radio" name="BRD0010" value="${value}"${entry.payee === value ? ' checked' : ''}> ${label}</label><br>`;
  return step(institution, 0, objection, html`<form method="post" action="${ACCOUNTS}">
<h2>引落口座の指定</h2>
<table class="entry">${row('引落口座', html`<select name="BSL0010">${accounts.map(option)}</select>`)}</table>
<h2>振込先口座の指定</h2>
<table class="entry">${row('振込先', html`${PAYEES.map((payee, index) => radio(String(index), payee))}${radio('new', '新しい振込先を入力する')}`)}
${row('振込先金融機関名', text('BTX0010', entry.bank, 30), false)}
${row('支店名', text('BTX0020', entry.branch, 30), false)}
${row('口座番号(半角数字)', text('BTX0030', entry.number, 7), false)}
${row('受取人名(カナ)', text('BTX0040', entry.name, 30), false)}</table>
<p class="buttons">${next('次へ')}</p></form>`);
}

export const amountPage = (institution: BankInstitution, draft: TransferDraft, objection: string | null = null): Html =>
  step(institution, 1, objection, html`<form method="post" action="${AMOUNT}">
<h2>振込内容の入力</h2>
<table class="entry">${row('引落口座', html`${draft.account}`, false)}
${row('振込先', html`${draft.payee}`, false)}
${row('振込金額(半角数字)', html`<input type="text" name="BTX0010" maxlength="10" size="14" autocomplete="off" value="${draft.amount ?? ''}"> 円`)}</table>
<p class="buttons">${next('次へ')} ${back(ACCOUNTS, '戻る')}</p></form>`);

/** With a token the code, without one the places of the card. */
export const confirmPage = (institution: BankInstitution, draft: TransferDraft, places: Places | null, objection: string | null = null): Html =>
  step(institution, 2, objection, html`<form method="post" action="${CONFIRM}">
<h2>振込内容の確認</h2>
<table class="entry">${plainRow('引落口座', draft.account)}
${plainRow('振込先', draft.payee)}
${plainRow('振込金額', yen(draft.amount ?? 0))}</table>
${places ? secondSecretSection(institution, places) : codeSection()}
<p class="buttons">${next('振込実行')} ${back(AMOUNT, '戻る')} <a class="button" href="${CANCEL}">取引中止</a></p></form>`);

export const donePage = (institution: BankInstitution, done: Done): Html =>
  step(institution, 3, null, html`${receiptSection('振込の手続が完了しました。', '振込内容', done)}
<p class="buttons"><a class="button" href="${ACCOUNTS}">振込トップへ戻る</a></p>`);

export const refusedPage = (institution: BankInstitution, sentence: string): Html =>
  step(institution, 0, sentence, html`<p class="buttons"><a class="button go" href="/webbk/otp/b-start-auth.do">ワンタイムパスワードを登録する</a>
<a class="button" href="/webbk/top.do">トップページへ</a></p>`);
