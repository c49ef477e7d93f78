/** The index of all variants, and the check page of each. */
import { html } from 'hono/html';
import { GROUPS } from './list.ts';
import type { Verdict } from './received.ts';
import { back, plainRow } from './rows.ts';
import { innerPage, look, PATH, type Hosts, type Variant } from './variant.ts';
import { frame, type Html } from '../pages/frame.ts';

const addressOf = ({ host, address }: Variant, { bank: own, copy }: Hosts): string => (host === 'copy' ? copy : own)(`${PATH}${address}`);

const line = (hosts: Hosts, variant: Variant): Html => html`<tr><td><a href="${addressOf(variant, hosts)}">${variant.title}</a></td>
<td>${variant.hard}</td><td class="may ${variant.token}">${variant.token === 'code' ? '入れてよい' : '入れない'}</td></tr>`;

const group = (hosts: Hosts, { name, variants }: (typeof GROUPS)[number]): Html => html`<h2>${name}</h2>
<table class="list variants"><thead><tr><th scope="col">画面</th><th scope="col">何が難しいか</th><th scope="col">トークンの番号</th></tr></thead>
<tbody>${variants.map((variant) => line(hosts, variant))}</tbody></table>`;

export const indexPage = (hosts: Hosts): Html => frame({
  look: look(),
  title: '入力しにくいフォームの一覧',
  body: html`<link rel="stylesheet" href="${PATH}variants.css">
<p>どの画面も6桁の番号を1つ求めます。送信すると、何桁を受け取ったかだけが表示されます。番号は記録されず、表示もされません。</p>
${GROUPS.map((one) => group(hosts, one))}`,
});

const answer = ({ right, sentence, rows }: Verdict): Html => html`${right
  ? html`<p class="done" role="status">${sentence}</p>` : html`<p class="objection" role="alert">${sentence}</p>`}
<h2>受け取った内容</h2><table class="entry">${rows.map(([label, words]) => plainRow(label, words))}</table>`;

/** In a frame as small as its question. */
export function checkPage(variant: Variant, verdict: Verdict, framed: boolean): Html {
  const again = html`<p class="buttons">${back(PATH + variant.address, 'もう一度')}
${framed ? '' : html`<a class="button" href="${PATH}">一覧へ戻る</a>`}</p>`;
  const body = html`${answer(verdict)}${again}`;
  return framed ? innerPage('受け取った内容', body) : frame({ look: look(), title: '受け取った内容', body });
}
