/** Pages that are not the usual Japanese in UTF-8. */
import { html } from 'hono/html';
import { bankVariant, CODE, form, PATH, transferForm, type Field, type Variant } from './variant.ts';
import { plainRow } from './rows.ts';
import { banner, type Html } from '../pages/frame.ts';

const SENDER: Field = { name: 'BTX0010', label: '振込依頼人名' };

/** As an international bank writes it: the only page here whose field has a `label` and says what it is. */
const english = (): Html => html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Confirm transfer | Abukuma Shinkin Bank</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/webbk/style.css"><link rel="stylesheet" href="${PATH}variants.css"></head>
<body>${banner()}<header><p class="owner">Abukuma Shinkin Bank<small>Online banking</small></p></header>
<main><div class="title"><h1>Confirm transfer</h1></div>
${form('english.do', html`<h2>Transfer details</h2><table class="entry">${plainRow('From', 'Main office, ordinary 0012345')}
${plainRow('To', 'Mock Bank, main office, ordinary 1234567')}${plainRow('Amount', 'JPY 123,456')}</table>
<h2>Verification</h2><p><label for="otp">One-time password (6 digits)</label><br>
<input type="text" id="otp" name="${CODE.name}" maxlength="6" size="10" inputmode="numeric" autocomplete="one-time-code" aria-describedby="otp-hint"></p>
<p id="otp-hint">Enter the 6 digits shown on your token. Each password can be used only once.</p>
<p class="buttons"><button type="submit" class="button go">Transfer &gt;</button> <a class="button back" href="${PATH}">&lt; Back to the list</a></p>`)}</main></body></html>`;

export const LANGUAGES: Variant[] = [
  bankVariant({
    address: 'shift-jis.do', title: 'Shift_JISの画面', token: 'code', encoding: 'shift_jis', beside: [SENDER],
    hard: '文字コードは Shift_JIS で、見出しも、フォームが送る日本語も、その符号で行き来します。',
  }, () => transferForm('shift-jis.do', undefined, html`<h2>${SENDER.label}の入力</h2><table class="entry">${plainRow(`${SENDER.label}(全角)`,
    html`<input type="text" id="txtBox002" name="${SENDER.name}" maxlength="20" size="24" autocomplete="off" value="鍵札　太郎">`)}</table>`)),
  {
    address: 'english.do', title: '英語の画面', token: 'code', asked: [CODE], html: english,
    hard: '英語の画面で、欄には label と autocomplete="one-time-code" があります。',
  },
];
