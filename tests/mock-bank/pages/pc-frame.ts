/** The PC's layout: masthead with text size and help, a bar of links, breadcrumbs. */
import { html } from 'hono/html';
import { footing, NAVIGATION } from './footing.ts';
import type { Html, Page } from './frame.ts';

const steps = ({ names, at }: NonNullable<Page['steps']>): Html => html`<ol class="steps">
${names.map((name, index) => (index === at ? html`<li class="now" aria-current="step">${name}</li>` : html`<li>${name}</li>`))}
</ol>`;

const masthead = (owner: string, named: boolean, loggedIn: boolean): Html => html`<header>
<p class="owner">${owner}${named ? html`<small>個人インターネットバンキング</small>` : ''}</p>
<p class="tools">文字サイズ <button type="button" data-size="normal">標準</button> <button type="button" data-size="large">拡大</button>
<a href="/webbk/help.do" target="_blank" rel="noopener">? ヘルプ一覧</a>
${loggedIn ? html`<a href="/webbk/logout.do" class="logout">ログアウト</a>` : ''}</p>
</header>
${loggedIn ? html`<nav><ul>${NAVIGATION.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}</ul></nav>` : ''}`;

export const pcFrame = ({ look, title, help = 'general', steps: path, loggedIn = false }: Page, owner: string, body: Html): Html => html`${masthead(owner, 'name' in look, loggedIn)}
<main>
<div class="title"><h1>${title}</h1>
${help === null ? '' : html`<a href="/webbk/help.do#${help}" target="_blank" rel="noopener">? この画面のヘルプ</a>`}</div>
${path ? steps(path) : ''}
${body}
</main>
${footing(look)}`;
