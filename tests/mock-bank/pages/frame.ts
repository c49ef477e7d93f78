/** The frame of every page of the platform: banner, name, text size, help, steps, sentences. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { BankInstitution } from '../institutions.ts';

/** What `html` gives: escaped text that may still be under way. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  institution: BankInstitution | null;
  /** The screen's name, its heading, and the anchor of its help. */
  title: string;
  help?: string;
  /** Breadcrumbs; `at` is the step this page is. */
  steps?: { names: string[]; at: number };
  /** The bar of a customer who is logged in. */
  loggedIn?: boolean;
  /** What was wrong with what was sent. */
  objection?: string | null;
  /** News that is no fault of the customer's. */
  notice?: string | undefined;
  body: Html;
}

const NAVIGATION = [
  ['/webbk/top.do', 'トップページへ'],
  ['/webbk/inquiry.do', '入出金明細照会'],
  ['/webbk/transfer/b-accounts.do', '振込'],
  ['/webbk/services.do', 'サービス一覧'],
] as const;

/** Said on every page: whoever meets it by accident must know. */
export const banner = (): Html => html`<p class="mock" role="note"><b>模擬 (mock)</b> この画面は試験用の模擬です。実在の金融機関のものではありません。</p>`;

const head = (title: string, owner: string): Html => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}｜${owner}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/webbk/style.css">
<script src="/webbk/screen.js" defer></script>
</head>`;

const steps = ({ names, at }: NonNullable<Page['steps']>): Html => html`<ol class="steps">
${names.map((name, index) => (index === at ? html`<li class="now" aria-current="step">${name}</li>` : html`<li>${name}</li>`))}
</ol>`;

const masthead = (owner: string, loggedIn: boolean): Html => html`<header>
<p class="owner">${owner}<small>個人インターネットバンキング</small></p>
<p class="tools">文字サイズ <button type="button" data-size="normal">標準</button> <button type="button" data-size="large">拡大</button>
<a href="/webbk/help.do" target="_blank" rel="noopener">? ヘルプ一覧</a>
${loggedIn ? html`<a href="/webbk/logout.do" class="logout">ログアウト</a>` : ''}</p>
</header>
${loggedIn ? html`<nav><ul>${NAVIGATION.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}</ul></nav>` : ''}`;

export function frame({ institution, title, help, steps: path, loggedIn = false, objection, notice, body }: Page): Html {
  const owner = institution?.name ?? 'インターネットバンキング';
  return html`<!DOCTYPE html>
<html lang="ja">
${head(title, owner)}
<body>
${banner()}
${masthead(owner, loggedIn)}
<main>
<div class="title"><h1>${title}</h1>
<a href="/webbk/help.do#${help ?? 'general'}" target="_blank" rel="noopener">? この画面のヘルプ</a></div>
${path ? steps(path) : ''}
${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
${objection ? html`<p class="objection" role="alert">${objection}</p>` : ''}
${body}
</main>
<footer>Copyright © 模擬銀行 (mock bank) 実在の金融機関とは関係ありません</footer>
</body>
</html>`;
}

/** A page that is only a sentence and a way on. */
export function sentencePage(institution: BankInstitution | null, title: string, sentence: string, back = true): Html {
  return frame({
    institution,
    title,
    body: html`<p class="objection" role="alert">${sentence}</p>
${back ? html`<p class="buttons"><a class="button back" href="/webbk/login/b-login.do">ログイン画面に戻る</a></p>` : ''}`,
  });
}
