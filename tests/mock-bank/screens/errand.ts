/** What 利用開始, 交換 and 利用中止 look like before and after: 利用者認証 and 処理結果. */
import { html } from 'hono/html';
import { bankOf, page, sendToLogin, type Visit } from './visit.ts';
import { back, contractRow, keyboardPassword, next, plainRow } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import { receiptSection } from '../pages/receipt.ts';
import type { Done } from '../session.ts';
import type { World } from '../world.ts';

export const tokenPreparation = (summary: string): Html => html`<details><summary>${summary}</summary>
<div class="notes"><p>お手元にソフトウェアトークンもしくはハードウェアトークンをご用意ください。<br>
なお、利用可能なトークンの種類については、ホームページをご確認いただくか、当金庫までお問合せください。</p></div></details>`;

export const authRows = (contract: string): Html => html`${contractRow(contract)}
${plainRow('ログインパスワード', keyboardPassword({ id: 'pswd001', name: 'BPW0010' }))}`;

export const authView = (action: string, contract: string): Html => html`<form method="post" action="${action}">
<h2>契約者ID（利用者番号）・ログインパスワードの入力</h2>
<table class="entry">${authRows(contract)}</table>
<p class="buttons">${next('次へ')} ${back('/webbk/login/b-login.do', '戻る')}</p>
</form>`;

export interface Finish {
  flow: Done['flow'];
  title: string;
  steps: string[];
  sentence: string;
  after: string;
}

/** 処理結果, for as long as the customer stays on it; a reload shows the same receipt and does nothing again. */
export function finishedView(world: World, c: Visit, { flow, title, steps, sentence, after }: Finish): Response | Promise<Response> {
  const { done } = c.var.session.draft;
  if (done?.flow !== flow) return sendToLogin(world, c);
  return page(c, frame({
    institution: bankOf(c),
    title,
    help: 'otp',
    steps: { names: steps, at: steps.length - 1 },
    body: html`${receiptSection(sentence, '登録内容', done)}
<p>${after}</p>
<p class="buttons">${back('/webbk/login/b-login.do', 'ログイン画面に戻る')}</p>`,
  }));
}
