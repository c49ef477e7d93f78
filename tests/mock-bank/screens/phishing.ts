/**
 * A phishing copy of あぶくま's login, code and 振込 pages on a look-alike host: the same markup, so that only
 * the address tells them apart. It reads nothing of what is sent to it.
 */
import { Hono, type Context } from 'hono';
import { helpView } from './help.ts';
import { layoutSwitch, sheetOf } from './layout.ts';
import { loginView } from './login.ts';
import { loginCodeView } from './login-code.ts';
import { CONFIRM, confirmPage } from './transfer-pages.ts';
import { LOGIN } from './visit.ts';
import { expectInstitution } from '../institutions.ts';
import { pageRules } from '../page-rules.ts';
import { assets } from '../pages/assets.ts';
import type { Look } from '../pages/look.ts';
import { PAYEES } from '../payees.ts';
import type { World } from '../world.ts';

const CODE = '/webbk/login/b-otp.do';

export function phishingApp(world: Pick<World, 'alarm'>): Hono {
  const app = new Hono();
  const copied = expectInstitution('1188');
  const look = (c: Context): Look => ({ ...copied, ...sheetOf(c, copied.firstLayout) });
  const draft = { account: '0000000', payee: PAYEES[0] ?? '', amount: 300_000 };
  pageRules(app, world);
  assets(app);
  layoutSwitch(app);
  app.get('/webbk/help.do', (c) => c.html(helpView(sheetOf(c))));
  app.get('/webbk/login/b-prelogin.do', (c) => c.redirect(LOGIN, 302));
  app.get(LOGIN, (c) => c.html(loginView(look(c))));
  app.post(LOGIN, (c) => c.redirect(CODE, 303));
  app.get(CODE, (c) => c.html(loginCodeView(look(c))));
  app.post(CODE, (c) => c.redirect(CONFIRM, 303));
  app.get(CONFIRM, (c) => c.html(confirmPage(look(c), { draft, payer: '本店営業部 普通 0000000', paper: '0HT18BUADJU1', places: null })));
  app.post(CONFIRM, (c) => c.redirect(LOGIN, 303));
  app.get('/', (c) => c.redirect(LOGIN, 302));
  return app;
}
