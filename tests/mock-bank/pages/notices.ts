/** What an institution has to say about tokens before they are registered. */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import type { Look } from './look.ts';

const NEEDED = '【インターネットバンキングによる振込等のお取引には、ワンタイムパスワードが必要となります。】';

/** The 廃止 notice of the manual, word by word; the day that never comes is the manual's own. */
export const endOfCardNotice = (): Html => html`<p>${NEEDED}</p>
<p>現在ご利用の確認用／資金移動用パスワードは、セキュリティ上の理由から9999年99月99日に廃止し、新たにワンタイムパスワードを用いた認証に変更いたします。</p>
<p>お手数ですが、トークンをご用意いただいたうえ、本ページよりワンタイムパスワードの利用登録を行っていただきますようお願いいたします。</p>`;

export function registrationNotice({ endOfCard, tokenRequired }: Look): Html | string {
  if (endOfCard) return html`<div class="notice">${endOfCardNotice()}</div>`;
  return tokenRequired ? html`<p class="notice">${NEEDED}</p>` : '';
}
