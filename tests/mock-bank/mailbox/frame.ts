/** The frame of everything around the banks: large, plain, Japanese first, a line of English under each heading. */
import { html } from 'hono/html';
import { banner, type Html } from '../pages/frame.ts';

export type Address = (host: string, path: string) => string;
export type Place = 'mail' | 'tokens' | 'phone' | 'desk';

export interface AroundPage {
  at: Place;
  title: string;
  english: string;
  /** What was wrong with what was sent. */
  objection?: string | null;
  /** Seconds until the page loads itself again: a code ends. Works without script. */
  refresh?: number;
  body: Html;
}

export type Frame = (page: AroundPage) => Html;

const PLACES: [place: Place, path: string, name: string][] = [
  ['mail', '/', 'メール'], ['tokens', '/tokens', 'ハードウェアトークン'], ['phone', '/phone', 'スマートフォン'], ['desk', '/desk', '窓口'],
];

const navigation = (at: Place, demo: string): Html => html`<nav aria-label="銀行のまわり"><ul>
${PLACES.map(([place, path, name]) => html`<li><a href="${path}"${place === at ? html` aria-current="page"` : ''}>${name}</a></li>`)}
<li><a href="${demo}">ためす手順へもどる</a></li></ul></nav>`;

export function frameFor(address: Address): Frame {
  return ({ at, title, english, objection = null, refresh, body }) => html`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh === undefined ? '' : html`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title}｜模擬銀行のまわり</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/mail.css">
<script src="/countdown.js" defer></script></head>
<body class="${at}">${banner()}
${navigation(at, address('localhost', '/'))}
<main><h1>${title}</h1><p class="english" lang="en">${english}</p>
${objection === null ? '' : html`<p class="objection" role="alert">${objection}</p>`}
${body}</main>
<footer>模擬銀行 (mock bank)　実在の金融機関とは関係ありません</footer></body></html>`;
}

/** Leads back to a place where the next step can be begun. */
export const onward = (href: string, text: string): Html => html`<p class="onward"><a class="button" href="${href}">${text}</a></p>`;
