/** 処理結果: 受付番号, 受付時刻 and what was registered. */
import { html } from 'hono/html';
import { entryTable, plainRow } from './fields.ts';
import type { Html } from './frame.ts';
import type { Sheet } from './look.ts';
import type { Done } from '../session.ts';

export const receiptSection = (sheet: Sheet, sentence: string, heading: string, { receipt, rows }: Done): Html => html`<section>
<p class="done">${sentence}</p>
<p class="receipt">受付番号： ${receipt.number}<br>受付時刻： ${receipt.time}</p>
<h2>${heading}</h2>
${entryTable(sheet, rows.map(([label, value]) => plainRow(label, value)))}
</section>`;
