/** What 利用開始, 交換 and 利用中止 look like before and after: 利用者認証 and 処理結果. */
import { html } from 'hono/html';
import { bankOf, LOGIN, page, sendToLogin } from './visit.ts';
import { back, contractRow, entryTable, keyboardPassword, next, plainRow, type Row } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { receiptSection } from '../pages/receipt.ts';
import type { Done } from '../session.ts';
import type { Visit } from '../visits.ts';
import type { World } from '../world.ts';

/** The way back: あぶくま's manual words it shorter on the smartphone, that of 見本 has no other word there. */
export const toLogin = ({ layout, code }: Look): string => (layout === 'phone' && code === '1188' ? 'ログイン画面' : 'ログイン画面に戻る');

export const authRows = (look: Look, contract: string): Row[] => [
  contractRow(look, contract),
  plainRow('ログインパスワード', keyboardPassword({ id: 'pswd001', name: 'BPW0010' })),
];

export const authView = (look: Look, action: string, contract: string): Html => html`<form method="post" action="${action}">
<h2>契約者ID（利用者番号）・ログインパスワードの入力</h2>
${entryTable(look, authRows(look, contract))}
<p class="buttons">${next(look, '次へ')} ${back(look, LOGIN, '戻る')}</p>
</form>`;

export interface Finish {
  flow: Done['flow'];
  title: string;
  help: string;
  steps: string[];
  sentence: string;
}

/** 処理結果, for as long as the customer stays on it; a reload shows the same receipt and does nothing again. */
export function finishedView(world: World, c: Visit, { flow, title, help, steps, sentence }: Finish): Response | Promise<Response> {
  const { done } = c.var.session.draft;
  if (done?.flow !== flow) return sendToLogin(world, c);
  const look = bankOf(c);
  return page(c, frame({
    look, title, help,
    steps: { names: steps, at: steps.length - 1 },
    body: html`${receiptSection(look, sentence, '登録内容', done)}
<p class="buttons">${back(look, LOGIN, toLogin(look))}</p>
${done.after ? html`<p>${done.after.map((line, index) => html`${index === 0 ? '' : html`<br>`}${line}`)}</p>` : ''}`,
  }));
}
