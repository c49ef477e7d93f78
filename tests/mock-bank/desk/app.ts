/** The desk: what customers telephone about. It has no login of its own; it is a mock. */
import type { Context, Hono } from 'hono';
import { CUSTOMER_ACTS, lookAtToken, UNKNOWN_CUSTOMER, UNKNOWN_SERIAL, type CustomerAct, type Wish } from './act.ts';
import { seeCustomer, seeToken } from './look.ts';
import { auditPage, confirmPage, customerPage, findPage, japanDay, resultPage, tokenPage } from './pages.ts';
import { perform, refuseEarly, type Outcome } from './perform.ts';
import { auditLine, auditLines } from '../audit.ts';
import { businessDay } from '../business-day.ts';
import { customerOf } from '../customers.ts';
import type { Owner } from '../devices.ts';
import { expectInstitution, institutionOf } from '../institutions.ts';
import type { Frame } from '../mailbox/frame.ts';
import { CONTRACT, fields } from '../mailbox/request.ts';
import type { Html } from '../pages/frame.ts';
import { SERIAL } from '../tokens.ts';
import type { World } from '../world.ts';

const STATUS = { unknown: 404, state: 409, codes: 422 } as const;
const SIX = /^\d{6}$/;

const isCustomerAct = (act: string): act is CustomerAct => Object.hasOwn(CUSTOMER_ACTS, act);

/** What is wrong with the form alone, as a sentence; else the wish. */
async function readWish(c: Context): Promise<Wish | string> {
  const [act = '', institution = '', contract = '', typed = '', first = '', second = ''] =
    await fields(c, 'act', 'institution', 'contract', 'serial', 'first', 'second');
  if (act === 'day-switch') return { act };
  if (act === 'loss' || act === 'unlock' || act === 'resync') {
    const serial = typed.toUpperCase();
    if (!SERIAL.test(serial)) return 'シリアル番号を英字4文字と数字8桁で入力してください。';
    return act === 'resync' ? { act, serial, first, second } : { act, serial };
  }
  if (!isCustomerAct(act)) return 'この処理は窓口にありません。';
  if (!institutionOf(institution) || !CONTRACT.test(contract)) return '金融機関を選択し、契約者IDを半角英数字12桁以内で入力してください。';
  return { act, institution, contract };
}

/** What the second page names: the clerk reads it back to the customer. */
async function aboutOf(world: World, wish: Wish): Promise<[string, string][]> {
  if (wish.act === 'day-switch') return [['いまの営業日', japanDay(await businessDay(world.store, world.now()))]];
  const owner: Owner | null = 'serial' in wish ? ((await lookAtToken(world.store, wish.serial))?.owner ?? null) : wish;
  const customer = owner && (await customerOf(world.store, owner.institution, owner.contract));
  return [
    ...('serial' in wish ? [['シリアル番号', wish.serial] satisfies [string, string]] : []),
    ['お客様', customer ? `${customer.name} 様（${expectInstitution(customer.institution).name}　${customer.contract}）` : 'まだ登録されていません'],
  ];
}

export function desk(app: Hono, world: World, frame: Frame): void {
  const view = (body: Html, objection: string | null = null): Html =>
    frame({ at: 'desk', title: '窓口', english: 'The desk: what a customer telephones the bank about. Every act is in the audit log.', objection, body });
  const find = async (typed: { institution?: string; contract?: string; serial?: string } = {}): Promise<Html> =>
    findPage(await businessDay(world.store, world.now()), typed);
  const refuse = async (c: Context, { refused, why }: Extract<Outcome, { kind: 'refused' }>, body?: Html): Promise<Response> =>
    c.html(view(body ?? (await find()), refused), STATUS[why]);

  app.get('/desk', async (c) => c.html(view(await find())));
  app.get('/desk/customer', async (c) => {
    const [institution = '', contract = ''] = await fields(c, 'institution', 'contract');
    const seen = CONTRACT.test(contract) ? await seeCustomer(world, { institution, contract }) : undefined;
    return seen ? c.html(view(customerPage(seen))) : c.html(view(await find({ institution, contract }), UNKNOWN_CUSTOMER.refused), 404);
  });
  app.get('/desk/token', async (c) => {
    const [serial = ''] = await fields(c, 'serial');
    const held = SERIAL.test(serial.toUpperCase()) ? await lookAtToken(world.store, serial.toUpperCase()) : undefined;
    return held ? c.html(view(tokenPage(await seeToken(world, world.store, held)))) : c.html(view(await find({ serial }), UNKNOWN_SERIAL.refused), 404);
  });
  app.get('/desk/audit', async (c) => c.html(view(auditPage(await auditLines(world.store)))));
  app.get('/desk/result', async (c) => {
    const [id = ''] = await fields(c, 'line');
    const line = /^\d{1,15}$/.test(id) ? await auditLine(world.store, Number(id)) : undefined;
    return line ? c.html(view(resultPage(line))) : c.html(view(await find(), 'この処理の記録はありません。'), 404);
  });
  app.post('/desk/confirm', async (c) => {
    const wish = await readWish(c);
    if (typeof wish === 'string') return c.html(view(await find(), wish), 400);
    const early = await refuseEarly(world, wish);
    if (early?.kind === 'refused') return refuse(c, early);
    return c.html(view(confirmPage(wish, await aboutOf(world, wish))));
  });
  app.post('/desk/act', async (c) => {
    const wish = await readWish(c);
    if (typeof wish === 'string') return c.html(view(await find(), wish), 400);
    if (wish.act === 'resync' && !(SIX.test(wish.first) && SIX.test(wish.second)))
      return c.html(view(confirmPage(wish, await aboutOf(world, wish)), 'ワンタイムパスワードを2つとも半角数字6桁で入力してください。'), 400);
    const outcome = await perform(world, wish);
    if (outcome.kind === 'done') return c.redirect(`/desk/result?line=${outcome.line}`, 303);
    return refuse(c, outcome, wish.act === 'resync' && outcome.why === 'codes' ? confirmPage(wish, await aboutOf(world, wish)) : undefined);
  });
}
