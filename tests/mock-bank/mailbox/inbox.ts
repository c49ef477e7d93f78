/** The customer's mailbox: which address, which mails, one mail. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { onward, type Frame } from './frame.ts';
import { fields } from './request.ts';
import { mailboxes, mailOf, mailsFor, type Mail, type Mailbox } from '../mails.ts';
import type { Html } from '../pages/frame.ts';
import { japanTime } from '../receipt.ts';
import type { World } from '../world.ts';

const TITLE = 'メールボックス';
const ENGLISH = 'The mailbox: mails that the mock banks have sent. Nothing leaves this machine.';
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,100}$/;

const inboxAt = (address: string): string => `/?address=${encodeURIComponent(address)}`;

const choose = (known: Mailbox[], typed: string): Html => html`<section><h2>どのアドレスのメールを見ますか</h2>
<ul class="people">${known.map(({ address, name, mails }) => html`<li><a class="button" href="${inboxAt(address)}"><b>${address}</b>
<small>${name === null ? '' : html`${name} 様　`}メール ${mails}通</small></a></li>`)}</ul>
<form method="get" action="/" class="ask"><label>ほかのアドレス
<input type="text" inputmode="email" name="address" size="28" maxlength="165" autocomplete="off" value="${typed}"></label>
<button class="button main">開く</button></form></section>`;

const list = (address: string, mails: Mail[]): Html => html`<section><h2>${address} あてのメール</h2>
${mails.length === 0 ? html`<p class="empty">メールはまだありません。「トークン発行」をすると、ここにご案内が届きます。</p>` : html`<ol class="mails">
${mails.map(({ id, at, subject }) => html`<li><a href="/mail?id=${id}&amp;address=${encodeURIComponent(address)}"><b>${subject}</b><small>${japanTime(at)}</small></a></li>`)}</ol>`}</section>`;

function isHere(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.username === '' && (url.hostname === 'localhost' || url.hostname.endsWith('.localhost'));
}

/** Only addresses on this machine become links: a mock must not be a way to the outside. */
function linked(body: string): Html[] {
  return body.split(/(http:\/\/[\w.:/?&=%@-]+)/).map((part, index) =>
    index % 2 === 1 && isHere(part) ? html`<a href="${part}">${part}</a>` : html`${part}`);
}

const opened = ({ address, at, subject, body }: Mail): Html => html`<article class="letter"><h2>${subject}</h2>
<dl class="envelope"><dt>あて先</dt><dd>${address}</dd><dt>受信</dt><dd>${japanTime(at)}</dd></dl>
<div class="body">${linked(body)}</div></article>
${onward(inboxAt(address), '受信箱へもどる')}`;

export function inbox(app: Hono, { store }: World, frame: Frame): void {
  app.get('/', async (c) => {
    const [address = ''] = await fields(c, 'address');
    const page = { at: 'mail', title: TITLE, english: ENGLISH } as const;
    const known = await mailboxes(store);
    if (c.req.query('address') === undefined) return c.html(frame({ ...page, body: choose(known, '') }));
    if (!ADDRESS.test(address)) return c.html(frame({ ...page, objection: 'メールアドレスを正しく入力してください。', body: choose(known, address) }), 400);
    return c.html(frame({ ...page, body: html`${list(address, await mailsFor(store, address))}${choose(known, '')}` }));
  });
  app.get('/mail', async (c) => {
    const [id = '', address = ''] = await fields(c, 'id', 'address');
    const mail = /^\d{1,15}$/.test(id) ? await mailOf(store, address, Number(id)) : undefined;
    const page = { at: 'mail', title: TITLE, english: ENGLISH } as const;
    if (!mail) return c.html(frame({ ...page, objection: 'このメールはありません。', body: onward('/', 'メールボックスへ') }), 404);
    return c.html(frame({ ...page, body: opened(mail) }));
  });
}
