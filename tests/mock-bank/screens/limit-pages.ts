/** The pages of 利用限度額変更, apart from what they do. Amounts are whole yen per day. */
import { html } from 'hono/html';
import { proofSection } from './proof-section.ts';
import type { Proof } from './settlement.ts';
import { HIGHEST } from '../day-limit.ts';
import { back, entryTable, link, next, plainRow, row, textInput } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { receiptSection } from '../pages/receipt.ts';
import { yen } from '../pages/yen.ts';
import type { Done } from '../session.ts';

export const TITLE = '利用限度額変更';
export const ENTER = '/webbk/limit/b-limit.do';
export const CONFIRM = '/webbk/limit/b-confirm.do';
export const END = '/webbk/limit/b-end.do';
export const CANCEL = '/webbk/limit/b-cancel.do';

const STEPS = ['限度額の入力', '内容の確認', '変更手続の完了'];

const step = (look: Look, at: number, objection: string | null, body: Html): Html =>
  frame({ look, title: TITLE, help: 'limit', loggedIn: true, steps: { names: STEPS, at }, objection, body });

/** `wanted` as it was typed. */
export const limitPage = (look: Look, { limit, used, wanted }: { limit: number; used: number; wanted: string }, objection: string | null = null): Html =>
  step(look, 0, objection, html`<p>振込および収納サービスの、1日あたりの利用限度額（合計）を変更します。</p>
<form method="post" action="${ENTER}">
<h2>限度額の入力</h2>
${entryTable(look, [
  row('現在の利用限度額(1日あたり)', yen(limit), false),
  row('本日のご利用額', yen(used), false),
  row('変更後の利用限度額(半角数字)', html`${textInput(look, { name: 'BTX0010', value: wanted, length: 10, digits: true })} 円`),
])}
<p class="notes">0円から${yen(HIGHEST)}までの範囲で入力してください。</p>
<p class="buttons">${next(look, '確認')} ${back(look, '/webbk/services.do', '戻る')}</p></form>`);

export const confirmPage = (look: Look, { before, wanted, ...proof }: Proof & { before: number; wanted: number }, objection: string | null = null): Html =>
  step(look, 1, objection, html`<form method="post" action="${CONFIRM}">
<h2>内容の確認</h2>
${entryTable(look, [
  plainRow('変更前の利用限度額(1日あたり)', yen(before)),
  plainRow('変更後の利用限度額(1日あたり)', yen(wanted)),
])}
${proofSection(look, proof)}
<p class="buttons">${next(look, '実行')} ${link(CANCEL, '取引中止')} ${back(look, ENTER, '戻る')}</p></form>`);

export const donePage = (look: Look, done: Done): Html =>
  step(look, 2, null, html`${receiptSection(look, '利用限度額の変更手続が完了しました。', '変更内容', done)}
<p class="buttons">${link('/webbk/services.do', 'サービス一覧へ戻る')}</p>`);
