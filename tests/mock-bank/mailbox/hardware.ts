/** Simulated hardware tokens: 「シリアル番号は裏面を参照、ワンタイムパスワードはボタンを押して表示」. */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { chooser, customerAt, type Chosen } from './chooser.ts';
import { onward, type Frame } from './frame.ts';
import { CONTRACT, fields } from './request.ts';
import { customerOf, type CustomerRow } from '../customers.ts';
import { hardwareOf, shownNow, type Shown } from '../devices.ts';
import { expectInstitution, INSTITUTIONS } from '../institutions.ts';
import type { Html } from '../pages/frame.ts';
import type { TokenRow } from '../tokens.ts';
import type { World } from '../world.ts';

const TITLE = 'ハードウェアトークン';
const ENGLISH = 'Hardware tokens: press the button, and the display shows six digits. The serial number is on the back.';
/** The credit union has none. */
const WITH_HARDWARE = INSTITUTIONS.filter(({ platform }) => platform === 'shinkin');

/** The display is dark until the button is pressed, and dark again when the code ends. */
const display = (shown: Shown | null): Html => shown === null
  ? html`<p class="lcd off" aria-label="表示なし">------</p><p class="left">ボタンを押してください</p>`
  : html`<p class="lcd" data-ends><output>${shown.code}</output></p>
<p class="left">このパスワードは あと <b data-seconds>${shown.seconds}</b> 秒</p>`;

const fob = ({ serial, institution, contract }: TokenRow, shown: Shown | null): Html => html`<li class="token" id="${serial}">
<div class="fob"><span class="hole"></span>${display(shown)}
<form method="post" action="/tokens/press#${serial}"><input type="hidden" name="institution" value="${institution}">
<input type="hidden" name="contract" value="${contract}"><input type="hidden" name="serial" value="${serial}">
<button class="press">ボタンを押して表示</button></form></div>
<div class="back"><p>裏面</p><p>シリアル番号</p><p class="serial">${serial}</p><p>${expectInstitution(institution ?? '').name}</p><p>模擬 SAMPLE</p></div></li>`;

function drawer(customer: CustomerRow, tokens: TokenRow[], pressed: { serial: string; shown: Shown } | null): Html {
  const fobs = tokens.map((token) => fob(token, pressed?.serial === token.serial ? pressed.shown : null));
  return html`<section><h2>${customer.name} 様に届いたトークン</h2>
${tokens.length === 0 ? html`<p class="empty">届いているハードウェアトークンはありません。窓口で「ハードウェアトークンの発送」をご依頼ください。</p>` : html`<ul class="fobs">${fobs}</ul>`}
${onward(customerAt('/desk/customer', customer), '窓口へ（発送・紛失・再同期）')}</section>`;
}

async function find(world: World, { institution, contract }: Chosen): Promise<CustomerRow | undefined> {
  if (!WITH_HARDWARE.some(({ code }) => code === institution) || !CONTRACT.test(contract)) return undefined;
  return customerOf(world.store, institution, contract);
}

async function show(world: World, c: Context, frame: Frame, pressed: string | null): Promise<Response> {
  const [institution = '', contract = ''] = await fields(c, 'institution', 'contract');
  const page = { at: 'tokens', title: TITLE, english: ENGLISH } as const;
  const customer = await find(world, { institution, contract });
  if (!customer) {
    const body = chooser('/tokens', WITH_HARDWARE, { institution, contract });
    return c.html(frame({ ...page, objection: 'このお客様は登録されていません。金融機関と契約者IDをお確かめください。', body }), 404);
  }
  const tokens = await hardwareOf(world.store, customer);
  if (pressed === null) return c.html(frame({ ...page, body: drawer(customer, tokens, null) }));
  const token = tokens.find(({ serial }) => serial === pressed);
  if (!token) return c.html(frame({ ...page, objection: 'このシリアル番号のトークンは届いていません。', body: drawer(customer, tokens, null) }), 404);
  return c.html(frame({ ...page, body: drawer(customer, tokens, { serial: token.serial, shown: shownNow(world, token) }) }));
}

export function hardware(app: Hono, world: World, frame: Frame): void {
  app.get('/tokens', (c) => {
    if (c.req.query('contract') !== undefined) return show(world, c, frame, null);
    return c.html(frame({ at: 'tokens', title: TITLE, english: ENGLISH, body: chooser('/tokens', WITH_HARDWARE) }));
  });
  app.post('/tokens/press', async (c) => show(world, c, frame, (await fields(c, 'serial'))[0] ?? ''));
}
