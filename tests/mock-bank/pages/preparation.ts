/** トークンの準備, as the manuals word it, folded away under a summary. */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import { list } from './list.ts';
import type { Sheet } from './look.ts';

const APP = '「しんきん（個人）ワンタイムパスワード」';

/** `mark`: the manual's 「＋」 at the end of the summary; 「トークンの準備方法について」 has none. */
export const preparation = (sheet: Sheet, summary: string, mark?: 'plus'): Html => html`<details${mark ? html` class="${mark}"` : ''}><summary>${summary}</summary>
<div class="notes"><h3>トークンの準備</h3>
<p>お手元にソフトウェアトークンもしくはハードウェアトークンをご用意ください。<br>
なお、利用可能なトークンの種類については、ホームページをご確認いただくか、当金庫までお問合せください。</p>
<p><b>ソフトウェアトークンの場合</b><br>スマートフォンにソフトウェアトークンのアプリをダウンロードしてください。<br>アプリ名${APP}</p>
${list(sheet, ['iPhone', 'Android'], [[`App Storeより${APP}をダウンロードしてください。`, `Google Playより${APP}をダウンロードしてください。`]])}
<p><b>ハードウェアトークンの場合</b><br>ホームページをご確認のうえ、当金庫までお問合せください。</p></div></details>`;
