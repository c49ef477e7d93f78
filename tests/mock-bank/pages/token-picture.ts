/** The manuals' picture of the app, with its two call-outs: the code, and below it the serial of the institution's series. */
import { html } from 'hono/html';
import type { Html } from './frame.ts';
import type { Look } from './look.ts';
import { INSTITUTIONS, type BankInstitution } from '../institutions.ts';

type Series = BankInstitution['serialPrefix'];

const pathOf = (series: Series): string => `/webbk/token-${series.toLowerCase()}.svg`;

/** A file of its own and not part of the page: as on the real pages, its words are no text beside a field. */
export const tokenPicture = ({ serialPrefix }: Look): Html =>
  html`<img class="token" src="${pathOf(serialPrefix)}" width="320" height="180" alt="シリアル番号とワンタイムパスワードの表示位置">`;

const callOut = (y: number, text: string): string => `<path d="M148 ${y}H186" stroke="#b00020" stroke-width="1.5"/>
<rect x="186" y="${y - 14}" width="132" height="28" rx="4" fill="#fff" stroke="#b00020"/>
<text x="252" y="${y + 4}" font-size="12">${text}</text>`;

/** Presentation attributes only: the bank's rules for pages forbid styles within. */
const drawing = (series: Series): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180" font-family="Meiryo, 'Noto Sans CJK JP', sans-serif" text-anchor="middle" fill="#222">
<rect x="6" y="2" width="150" height="176" rx="16" fill="#333"/>
<rect x="14" y="20" width="134" height="138" rx="3" fill="#f4f8fd"/>
<rect x="64" y="9" width="34" height="4" rx="2" fill="#888"/>
<rect x="14" y="20" width="134" height="26" fill="#1d4f91"/>
<text x="81" y="37" font-size="10" fill="#fff">ワンタイムパスワード</text>
<rect x="22" y="62" width="118" height="38" rx="4" fill="#fff" stroke="#b00020"/>
<text x="81" y="89" font-size="22" font-weight="bold" letter-spacing="3">XXXXXX</text>
<rect x="22" y="114" width="118" height="28" rx="4" fill="#fff" stroke="#b00020"/>
<text x="81" y="133" font-size="13">${series} XXXXXXXX</text>
${callOut(81, 'ワンタイムパスワード')}
${callOut(128, 'シリアル番号')}
</svg>`;

/** One for each series of the platform: the address, and what is drawn. */
export function tokenPictures(): [path: string, svg: string][] {
  const series = new Set(INSTITUTIONS.filter(({ platform }) => platform === 'shinkin').map(({ serialPrefix }) => serialPrefix));
  return [...series].map((one) => [pathOf(one), drawing(one)]);
}
