/** The frame of every page of the credit-union platform: another house than the shinkin platform, with its own look. */
import { html } from 'hono/html';
import { INSTITUTIONS } from '../institutions.ts';
import { banner, head, sentences, type Html, type Said } from '../pages/frame.ts';
import type { Layout } from '../pages/look.ts';

/** For whom a page is drawn. */
export interface Look {
  /** The institution's name; null before one is known. */
  name: string | null;
  layout: Layout;
}

export interface Screen extends Said {
  /** 画面ID, printed on every screen; null for a page that is no screen (an error). */
  id: string | null;
  title: string;
  /** Breadcrumbs; `at` is the step this page is. */
  steps?: { names: readonly string[]; at: number };
  loggedIn?: boolean;
}

export const LOGIN = '/ib/bli001.do';
export const LOGOUT = '/ib/logout.do';
export const LAYOUT = '/ib/layout.do';

const MENU = [
  ['/ib/btp001.do', 'ホーム'],
  ['/ib/bac001.do', '口座情報'],
  ['/ib/bft001.do', '振込・振替'],
  ['/ib/bom001.do', 'ワンタイムパスワード申請'],
  ['/ib/bsv001.do', 'ご利用サービスの変更'],
] as const;

const SERVICE = 'インターネットバンキング';

/** On the smartphone the menu is folded: it would fill the screen before the page begins. */
function menu(layout: Layout): Html {
  const list = html`<ul>${MENU.map(([href, screen]) => html`<li><a href="${href}">${screen}</a></li>`)}</ul>`;
  return html`<nav>${layout === 'phone' ? html`<details><summary>メニュー</summary>${list}</details>` : list}</nav>`;
}

const masthead = (name: string | null, layout: Layout, loggedIn: boolean): Html => html`<header>
<p class="owner">${name === null ? '' : html`<b>${name}</b>`}<span>${SERVICE}</span></p>
<div class="tools"><p class="sizes"><span>文字サイズを<br>変更する</span>
<button type="button" data-size="small">あ</button> <button type="button" data-size="middle">あ</button> <button type="button" data-size="large">あ</button></p>
${loggedIn ? html`<a href="${LOGOUT}" class="logout">ログアウト</a>` : ''}</div>
</header>
${loggedIn ? menu(layout) : ''}`;

const breadcrumbs = ({ names, at }: NonNullable<Screen['steps']>): Html => html`<ol class="steps">
${names.map((name, index) => (index === at ? html`<li class="now" aria-current="step">${name}</li>` : html`<li>${name}</li>`))}
</ol>`;

function support(name: string | null): Html | string {
  const telephone = INSTITUTIONS.find((one) => one.name === name)?.telephone;
  return telephone === undefined ? '' : html`<p>お問い合わせ先：${telephone}</p>
`;
}

const foot = ({ name, layout }: Look): Html => html`<footer>
${support(name)}<p>${layout === 'pc'
  ? html`<a href="${LAYOUT}?to=phone">スマートフォン版を表示</a>`
  : html`<a href="${LAYOUT}?to=pc">パソコン版を表示</a>`}</p>
<p>Copyright © 模擬銀行 (mock bank) 実在の金融機関とは関係ありません</p>
</footer>`;

export function frame(look: Look, { id, title, steps, loggedIn = false, ...said }: Screen): Html {
  const { name, layout } = look;
  return html`<!DOCTYPE html>
<html lang="ja">
${head(title, name ?? SERVICE, { style: '/ib/parasol.css', script: '/ib/parasol.js' })}
<body class="${layout}">
${banner()}
${masthead(name, layout, loggedIn)}
<main>
${id === null ? '' : html`<p class="screen-id">画面ID : ${id}</p>`}
<h1>${title}</h1>
${steps ? breadcrumbs(steps) : ''}
${sentences(said)}
</main>
${foot(look)}
</body>
</html>`;
}

/** A page that is only a sentence. */
export function sentencePage(look: Look, title: string, sentence: string): Html {
  return frame(look, { id: null, title, body: html`<p class="objection" role="alert">${sentence}</p>` });
}
