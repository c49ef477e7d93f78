/** Pages that do something while the customer is about to fill them in. */
import { html } from 'hono/html';
import { layout, type Layout } from './layout.ts';
import type { Html } from '../pages/frame.ts';

const script = 'behaviours.js';

const lines = (count: number): Html => html`<table class="list" data-live><tbody>${Array.from({ length: count }, (_none, index) =>
  html`<tr><td>${index + 1}</td><td>カ）タナカシヨウテン</td><td class="yen">1,000円</td></tr>`)}</tbody></table>`;

export const BEHAVIOURS: Layout[] = [
  { ...layout('kept', '戻ると前のままの画面', '進んで戻ると、ブラウザーが覚えていた画面がそのまま出ます。'), kept: true },
  layout('live-rows', '千行の表', '入出金の千行の表で、行が絶えず足され、書き換えられます。', { script, after: lines(1000) }),
  layout('covered', '欄の上のお知らせ', '閉じるまで、お知らせの透けた面が欄の上にあります。', {
    script, after: html`<div class="over" data-over><p>重要なお知らせ <button type="button" data-over-close>閉じる</button></p></div>`,
  }),
  layout('removing', '知らない要素を取り除く画面', 'bodyの外に現れた要素は、すぐに取り除かれます。', { script, before: html`<div data-removes></div>` }),
  layout('restyling', '知らない要素を作り替える画面', 'bodyの外に現れた要素は、透けさせられ、動かされます。', { script, before: html`<div data-restyles></div>` }),
  layout('redrawn-dialog', '描き直される対話窓', '対話窓の知らない中身は、ボタンを押すと取り除かれます。', {
    script, wrap: (form) => html`<dialog class="layer" data-redrawn>${form}<p><button type="button" class="button" data-redraw>表示を更新</button></p></dialog>`,
  }),
];
