/** The frame of every page of the platform: the mock's banner, and one of two layouts around the page's own part. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { PLAIN, type Look, type Sheet } from './look.ts';
import { pcFrame } from './pc-frame.ts';
import { phoneFrame } from './phone-frame.ts';

/** What `html` gives: escaped text that may still be under way. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Said {
  /** What was wrong with what was sent. */
  objection?: string | null | undefined;
  /** News that is no fault of the customer's. */
  notice?: string | undefined;
  body: Html;
}

export interface Page extends Said {
  /** Without a name: a page that is no institution's. */
  look: Look | Sheet;
  /** The screen's name, its heading. */
  title: string;
  /** The anchor of its help; null: the page is the help. */
  help?: string | null;
  /** Breadcrumbs; `at` is the step this page is. */
  steps?: { names: string[]; at: number };
  /** The bar of a customer who is logged in. */
  loggedIn?: boolean;
}

/** Said on every page: whoever meets it by accident must know. */
export const banner = (): Html => html`<p class="mock" role="note"><b>模擬 (mock)</b> この画面は試験用の模擬画面です。実在の金融機関のものではありません。</p>`;

/** `style`, `script`: the platform's own. */
export const head = (title: string, owner: string, { style, script }: { style: string; script: string }): Html => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}｜${owner}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${style}">
<script src="${script}" defer></script>
</head>`;

/** The page's own part, under what is said of it. */
export const sentences = ({ notice, objection, body }: Said): Html => html`${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
${objection ? html`<p class="objection" role="alert">${objection}</p>` : ''}
${body}`;

export function frame(page: Page): Html {
  const { look, title } = page;
  const owner = 'name' in look ? look.name : 'インターネットバンキング';
  const around = look.layout === 'phone' ? phoneFrame : pcFrame;
  return html`<!DOCTYPE html>
<html lang="ja">
${head(title, owner, { style: '/webbk/style.css', script: '/webbk/screen.js' })}
<body class="${look.layout}">
${banner()}
${around(page, owner, sentences(page))}
</body>
</html>`;
}

/** A page that is only a sentence and a way on. */
export function sentencePage(look: Look | Sheet | null, title: string, sentence: string, back = true): Html {
  return frame({
    look: look ?? PLAIN,
    title,
    body: html`<p class="objection" role="alert">${sentence}</p>
${back ? html`<p class="buttons"><a class="button back" href="/webbk/login/b-login.do">ログイン画面に戻る</a></p>` : ''}`,
  });
}
