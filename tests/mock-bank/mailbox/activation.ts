/** The credit union's app on the phone: サービスID, ユーザーID and 利用開始パスワード make a token (the manual, STEP 2A). */
import type { Context, Hono } from 'hono';
import type { Frame } from './frame.ts';
import { cautionScreen, nameScreen, setUpDone } from './phone-pages.ts';
import { addedWords, homeWith, PHONE } from './phone.ts';
import { fields } from './request.ts';
import { activate } from '../activations.ts';
import { phoneToken } from '../devices.ts';
import { expectInstitution } from '../institutions.ts';
import { SERIAL } from '../tokens.ts';
import type { World } from '../world.ts';

interface Entry {
  serviceId: string;
  userId: string;
  password: string;
  agreed: boolean;
}

/** What is wrong with the form alone; null when it can be sent. */
function objectionTo({ serviceId, userId, password, agreed }: Entry): string | null {
  if (serviceId === '' || userId === '') return 'サービスIDとユーザーIDを入力してください。';
  if (!/^\d{4,8}$/.test(password)) return '利用開始パスワードを4～8桁の数字で入力してください。';
  return agreed ? null : '「上記の内容に同意する」にチェックを入れてください。';
}

/** One answer for an unknown user, a wrong password, a locked and a used activation. */
const REFUSED = 'トークンを設定できませんでした。サービスID・ユーザーID・利用開始パスワードをお確かめください。誤りが続くと利用できなくなります。その場合は、もう一度「トークン発行」をしてください。';

async function setUp(world: World, c: Context, frame: Frame): Promise<Response> {
  const [serviceId = '', userId = '', password = '', agree = ''] = await fields(c, 'serviceId', 'userId', 'password', 'agree');
  const entry = { serviceId, userId, password, agreed: agree === '1' };
  const refuse = (objection: string, status: 400 | 422): Response | Promise<Response> => c.html(homeWith(frame, objection, entry), status);
  const malformed = objectionTo(entry);
  if (malformed !== null) return refuse(malformed, 400);
  const made = await activate(world, { serviceId, userId, password });
  if (!made) return refuse(REFUSED, 422);
  return c.redirect(`/phone/done?serial=${made.serial}`, 303);
}

/** The screens between the set-up and the first code, in the app's order. */
const SCREENS = { '/phone/done': setUpDone, '/phone/name': nameScreen, '/phone/caution': cautionScreen };

export function activation(app: Hono, world: World, frame: Frame): void {
  app.post('/phone/activate', (c) => setUp(world, c, frame));
  for (const [path, draw] of Object.entries(SCREENS))
    app.get(path, async (c) => {
      const [serial = ''] = await fields(c, 'serial');
      const token = SERIAL.test(serial) ? await phoneToken(world.store, serial) : undefined;
      if (!token || token.institution === null) return c.html(homeWith(frame, 'このシリアル番号のトークンは、このスマートフォンにはありません。', {}), 404);
      return c.html(frame({ ...PHONE, body: draw({ serial, institution: expectInstitution(token.institution).name, added: addedWords(c) }) }));
    });
}
