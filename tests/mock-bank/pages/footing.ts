/** What both layouts share: the bar's addresses, and the foot with the way to the other layout. */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import type { Look, Sheet } from './look.ts';

export const NAVIGATION = [
  ['/webbk/top.do', 'トップページへ'],
  ['/webbk/inquiry.do', '入出金明細照会'],
  ['/webbk/transfer/b-accounts.do', '振込'],
  ['/webbk/services.do', 'サービス一覧'],
] as const;

const WORDS = { pc: ['phone', 'スマートフォン版を表示'], phone: ['pc', 'パソコン版を表示'] } as const;

/** It comes back to the same page: who changes the layout within a flow stays in the flow. */
function otherLayout({ layout, path }: Sheet): Html | string {
  if (path === null) return '';
  const [to, words] = WORDS[layout];
  return html`<p class="layout"><a href="/webbk/layout.do?to=${to}&amp;at=${path}">${words}</a></p>`;
}

export const footing = (look: Look | Sheet): Html => html`<footer>${otherLayout(look)}
${'telephone' in look ? html`<p>お問い合わせ先　${look.telephone}</p>` : ''}
<p>Copyright © 模擬銀行 (mock bank) 実在の金融機関とは関係ありません</p></footer>`;
