/** The smartphone's layout: one line of head, a menu that folds out, one column, 「2/3」 instead of breadcrumbs. */
import { html } from 'hono/html';
import { footing, NAVIGATION } from './footing.ts';
import type { Html, Page } from './frame.ts';

const menu = (): Html => html`<details class="menu"><summary>メニュー</summary>
<ul>${NAVIGATION.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}
<li><a href="/webbk/logout.do" class="logout">ログアウト</a></li></ul></details>`;

const step = ({ names, at }: NonNullable<Page['steps']>): Html =>
  html`<p class="step" aria-current="step">${at + 1}/${names.length} ${names[at] ?? ''}</p>`;

export const phoneFrame = ({ look, title, help = 'general', steps, loggedIn = false }: Page, owner: string, body: Html): Html => html`<div class="bar"><span class="owner">${owner}</span>${loggedIn ? menu() : ''}</div>
<main>
<h1>${title}</h1>
${steps ? step(steps) : ''}
${body}
${help === null ? '' : html`<p class="help"><a href="/webbk/help.do#${help}" target="_blank" rel="noopener">? この画面のヘルプ</a></p>`}
</main>
${footing(look)}`;
