/** The shinkin platform: all screens, behind one session check and one place for errors. */
import { Hono } from 'hono';
import { exchange } from './exchange.ts';
import { firstLogin } from './first-login.ts';
import { helpView } from './help.ts';
import { layoutSwitch, sheetOf } from './layout.ts';
import { limits } from './limit.ts';
import { entry, login } from './login.ts';
import { loginCode } from './login-code.ts';
import { payments } from './payment.ts';
import { registration } from './registration.ts';
import { stop } from './stop.ts';
import { topPages } from './top.ts';
import { transfers } from './transfer.ts';
import { visits } from './visit.ts';
import { pageRules } from '../page-rules.ts';
import { assets } from '../pages/assets.ts';
import type { SessionEnv } from '../visits.ts';
import type { World } from '../world.ts';

export function platformApp(world: World): Hono<SessionEnv> {
  const app = new Hono<SessionEnv>();
  pageRules(app, world);
  assets(app);
  app.get('/webbk/help.do', (c) => c.html(helpView(sheetOf(c))));
  layoutSwitch(app);
  entry(app, world);
  app.use('/webbk/*', visits(world));
  for (const screen of [login, firstLogin, loginCode, registration, exchange, stop, topPages, transfers, limits, payments]) screen(app, world);
  return app;
}
