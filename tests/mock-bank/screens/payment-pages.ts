/** The pages of 収納サービス, apart from what they do. 確認番号 and the one-time password never stand on one page. */
import { html } from 'hono/html';
import type { Slip } from './collectors.ts';
import { proofSection } from './proof-section.ts';
import type { Proof } from './settlement.ts';
import { accountSelect } from './transfer-pages.ts';
import type { Account } from '../customers.ts';
import { back, entryTable, link, next, plainRow, row, textInput } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { receiptSection } from '../pages/receipt.ts';
import { yen } from '../pages/yen.ts';
import type { Done, PaymentDraft } from '../session.ts';

export const TITLE = '収納サービス（税金等各種料金の払込み）';
export const ENTER = '/webbk/payment/b-slip.do';
export const CONFIRM = '/webbk/payment/b-confirm.do';
export const END = '/webbk/payment/b-end.do';
export const CANCEL = '/webbk/payment/b-cancel.do';

const STEPS = ['払込情報の入力', '払込内容の確認', '払込手続の完了'];

const step = (look: Look, at: number, objection: string | null, body: Html): Html =>
  frame({ look, title: TITLE, help: 'payment', loggedIn: true, steps: { names: STEPS, at }, objection, body });

export interface SlipEntry {
  account: string;
  collector: string;
  number: string;
  division: string;
}

/** The mock's letter box. Folded away: a real page shows no slip. */
const letterBox = (look: Look, slips: Slip[]): Html => html`<details class="slips"><summary>お手元の納付書（模擬）</summary>
${slips.map(({ collector, number, check, amount }) => html`<section class="slip"><h3>納付書　${collector.name}</h3>
${entryTable(look, [plainRow('収納機関番号', collector.code), plainRow('納付番号', number), plainRow('確認番号', check), plainRow('納付金額', yen(amount))])}</section>`)}</details>`;

export const entryPage = (look: Look, { accounts, slips, entry }: { accounts: Account[]; slips: Slip[]; entry: SlipEntry }, objection: string | null = null): Html =>
  step(look, 0, objection, html`<p>納付書に記載されている番号を入力してください。</p>
<form method="post" action="${ENTER}">
<h2>払込情報の入力</h2>
${entryTable(look, [
  row('引落口座', accountSelect(accounts, entry.account)),
  row('収納機関番号(半角数字5桁)', textInput(look, { name: 'BTX0010', value: entry.collector, length: 5, digits: true })),
  row('納付番号(半角数字20桁以内)', textInput(look, { name: 'BTX0020', value: entry.number, length: 20, digits: true })),
  row('確認番号(半角数字)', textInput(look, { name: 'BTX0030', value: '', length: 6, digits: true })),
  row('納付区分(半角数字)', textInput(look, { name: 'BTX0040', value: entry.division, length: 10, digits: true }), false),
])}
<p class="buttons">${next(look, '次へ')} ${back(look, '/webbk/services.do', '戻る')}</p></form>
${letterBox(look, slips)}`);

export const confirmPage = (look: Look, { draft, payer, name, ...proof }: Proof & { draft: PaymentDraft; payer: string; name: string }, objection: string | null = null): Html =>
  step(look, 1, objection, html`<form method="post" action="${CONFIRM}">
<h2>払込内容の確認</h2>
${entryTable(look, [
  plainRow('引落口座', payer),
  plainRow('収納機関', `${name}（${draft.collector}）`),
  plainRow('納付番号', draft.number),
  plainRow('確認番号', '●●●●●●'),
  ...(draft.division === '' ? [] : [plainRow('納付区分', draft.division)]),
  plainRow('払込金額', yen(draft.amount)),
])}
${proofSection(look, proof)}
<p class="buttons">${next(look, '払込実行')} ${link(CANCEL, '取引中止')} ${back(look, ENTER, '戻る')}</p></form>`);

export const donePage = (look: Look, done: Done): Html =>
  step(look, 2, null, html`${receiptSection(look, '払込の手続が完了しました。', '払込内容', done)}
<p class="buttons">${link('/webbk/services.do', 'サービス一覧へ戻る')}</p>`);
