/** Which customer: for the hardware tokens and for the desk. */
import { html } from 'hono/html';
import { DEMO_CUSTOMERS } from '../demo-customers.ts';
import { expectInstitution, type BankInstitution } from '../institutions.ts';
import type { Html } from '../pages/frame.ts';

export interface Chosen {
  institution: string;
  contract: string;
}

export const customerAt = (path: string, { institution, contract }: Chosen): string =>
  `${path}?institution=${encodeURIComponent(institution)}&contract=${encodeURIComponent(contract)}`;

export const institutionSelect = (institutions: readonly BankInstitution[], chosen: string): Html => html`<label>金融機関
<select name="institution">${institutions.map(({ code, name }) =>
  html`<option value="${code}"${code === chosen ? ' selected' : ''}>${name}（${code}）</option>`)}</select></label>`;

export function chooser(path: string, institutions: readonly BankInstitution[], chosen: Chosen = { institution: '', contract: '' }): Html {
  const demo = DEMO_CUSTOMERS.filter(({ institution }) => institutions.some(({ code }) => code === institution));
  return html`<form method="get" action="${path}" class="ask">
${institutionSelect(institutions, chosen.institution)}
<label>契約者ID（利用者番号）・ログインID <input type="text" name="contract" maxlength="12" size="14" autocomplete="off" value="${chosen.contract}"></label>
<button class="button main">表示する</button></form>
<h2>はじめから登録されているお客様</h2>
<ul class="people">${demo.map((customer) => html`<li><a class="button" href="${customerAt(path, customer)}"><b>${customer.name}</b> 様
<small>${expectInstitution(customer.institution).name}　${customer.contract}</small></a></li>`)}</ul>`;
}
