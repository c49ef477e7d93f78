/** A simulated phone, another device than this browser: app tokens of the shinkin kind, and every token that it holds. */
import type { Context, Hono } from 'hono';
import type { Frame } from './frame.ts';
import { LONGEST_ADDED, phoneHome, SHINKIN, shownName, tokenScreen, type Typed } from './phone-pages.ts';
import { fields } from './request.ts';
import { newAppToken, phoneToken, shownNow } from '../devices.ts';
import { INSTITUTIONS } from '../institutions.ts';
import type { Html } from '../pages/frame.ts';
import { SERIAL, type TokenRow } from '../tokens.ts';
import type { World } from '../world.ts';

export const PHONE = {
  at: 'phone', title: 'スマートフォン', english: 'A phone with the two token apps. It stands for another device than this browser.',
} as const;

export const homeWith = (frame: Frame, objection: string, typed: Typed): Html => frame({ ...PHONE, objection, body: phoneHome(typed) });

/** An app's token names its kind until it is bound; the institutions of a series share one app. */
function nameOf({ serial, institution, contract }: TokenRow): string {
  const owner = contract === null ? undefined : INSTITUTIONS.find(({ code }) => code === institution);
  const series = INSTITUTIONS.filter(({ serialPrefix }) => serial.startsWith(serialPrefix));
  return (owner ?? (series.length === 1 ? series[0] : undefined))?.name ?? 'しんきん（個人）ワンタイムパスワード';
}

/** The words added to a token's name, as they were typed: 「（本店用）」 keeps its wide brackets. */
export const addedWords = (c: Context): string => (c.req.query('name') ?? '').trim().slice(0, LONGEST_ADDED);

export function phone(app: Hono, world: World, frame: Frame): void {
  app.get('/phone', (c) => c.html(frame({ ...PHONE, body: phoneHome() })));
  app.post('/phone/new', async (c) => {
    const [institution = ''] = await fields(c, 'institution');
    if (!SHINKIN.some(({ code }) => code === institution)) return c.html(homeWith(frame, '金融機関を選択してください。', {}), 400);
    const serial = await world.store.transaction((tables) => newAppToken(world, tables, institution));
    return c.redirect(`/phone/token?serial=${serial}`, 303);
  });
  app.get('/phone/token', async (c) => {
    const [typed = ''] = await fields(c, 'serial');
    const serial = typed.toUpperCase();
    if (!SERIAL.test(serial)) return c.html(homeWith(frame, 'シリアル番号を英字4文字と数字8桁で入力してください。', { serial: typed }), 400);
    const token = await phoneToken(world.store, serial);
    if (!token) return c.html(homeWith(frame, 'このシリアル番号のトークンは、このスマートフォンにはありません。', { serial }), 404);
    const shown = shownNow(world, token);
    return c.html(frame({ ...PHONE, refresh: shown.seconds, body: tokenScreen(token, shownName(nameOf(token), addedWords(c)), shown) }));
  });
}
