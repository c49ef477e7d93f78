/** Forms in frames: of the same origin, of another, in a sandbox, without an address, and framed by a stranger. */
import { html } from 'hono/html';
import { asking, bankVariant, CODE, form, innerPage, PATH, transfer, transferForm, type Variant } from './variant.ts';
import { back, next } from './rows.ts';
import type { Html } from '../pages/frame.ts';

const OWN = "'self'";

/** The form alone, as it stands in a frame. */
const framedForm = (address: string): Html => form(address, html`${asking()}<p class="buttons">${next('振込実行')}</p>`);

function inner(meta: Pick<Variant, 'address' | 'title' | 'hard' | 'token'> & Partial<Variant>): Variant {
  return { asked: [CODE], html: () => innerPage('振込', framedForm(meta.address)), ...meta };
}

const frameOf = (attributes: Html): Html => html`<iframe class="part" title="ワンタイムパスワード" ${attributes}></iframe>`;
const around = (framed: Html): Html => html`${transfer()}${framed}<p class="buttons">${back(PATH, '一覧へ戻る')}</p>`;

const SAME = inner({
  address: 'frame-same-inner.do', title: '枠の中のページ', token: 'code', hard: '同じ発信元のページの枠に入れられています。',
  policy: () => ({ 'frame-ancestors': OWN }),
});
const SANDBOXED = inner({
  address: 'frame-sandboxed-inner.do', title: '砂場の中のページ', token: 'never', hard: '発信元を持たないので、どの金融機関のページか確かめられません。',
  policy: () => ({ 'frame-ancestors': OWN }),
});
const ELSEWHERE = inner({
  address: 'frame-elsewhere-inner.do', title: '他の発信元のページ', token: 'never', host: 'copy', hard: '金庫のページの枠に入れられた、金庫のものではないページです。',
  policy: ({ bank }) => ({ 'frame-ancestors': `${OWN} ${bank('')}` }),
});
/**
 * The one address of the bank that a stranger may frame. Every other page of the bank refuses it (`frame-ancestors 'none'`),
 * as the real ones should; this one is for showing that the extension refuses on its own account.
 */
const BY_COPY = inner({
  address: 'framed-by-copy-inner.do', title: '他人の枠に入れられた金庫のページ', token: 'never', hard: '金庫のページですが、枠の外側は金庫のものではありません。',
  policy: ({ copy }) => ({ 'frame-ancestors': `${OWN} ${copy('')}` }),
});

/** `srcdoc` is markup within an attribute: `html` escapes it once more. */
async function srcdoc(): Promise<Html> {
  const text = String(await innerPage('振込', framedForm('frame-srcdoc.do')));
  return html`srcdoc="${text}"`;
}

export const FRAMES: Variant[] = [
  bankVariant({
    address: 'frame-same.do', title: '枠の中の入力欄', token: 'code', inner: [SAME], policy: () => ({ 'frame-src': OWN }),
    hard: '入力欄は同じ発信元の枠（iframe）の中にあり、外側の文書からは要素が見つかりません。',
  }, () => around(frameOf(html`src="${PATH}${SAME.address}"`))),
  bankVariant({
    address: 'frame-elsewhere.do', title: '他の発信元の枠があるページ', token: 'code', inner: [ELSEWHERE],
    policy: ({ copy }) => ({ 'frame-src': copy('') }),
    hard: '金庫自身の入力欄の隣に、他の発信元の同じ見た目の入力欄が枠で入っています。番号は金庫の欄だけのものです。',
  }, ({ copy }) => html`${transferForm('frame-elsewhere.do')}<h2>キャンペーンのお知らせ</h2>${frameOf(html`src="${copy(`${PATH}${ELSEWHERE.address}`)}"`)}`),
  bankVariant({
    address: 'framed-by-copy.do', title: '偽サイトの枠に入れられた金庫のページ', token: 'never', host: 'copy', inner: [BY_COPY],
    policy: ({ bank }) => ({ 'frame-src': bank('') }),
    hard: 'アドレス欄に見えるのは偽サイトで、金庫の本物の入力欄はその枠の中にあります。番号を入れてはいけません。',
  }, ({ bank }) => around(frameOf(html`src="${bank(`${PATH}${BY_COPY.address}`)}"`))),
  bankVariant({
    address: 'frame-sandboxed.do', title: '砂場の枠', token: 'never', inner: [SANDBOXED], policy: () => ({ 'frame-src': OWN }),
    hard: '枠は sandbox 属性で発信元を失っており（origin は null）、金庫のページであることを確かめられません。',
  }, () => around(frameOf(html`sandbox="allow-forms allow-scripts" src="${PATH}${SANDBOXED.address}"`))),
  bankVariant({
    address: 'frame-srcdoc.do', title: 'アドレスのない枠', token: 'code', policy: () => ({ 'frame-src': OWN, 'frame-ancestors': OWN }),
    hard: '枠の中身は srcdoc 属性にあり、アドレスは about:srcdoc です。発信元は外側のページのものです。',
  }, () => around(html`${srcdoc().then(frameOf)}`)),
];
