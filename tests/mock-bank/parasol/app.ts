/** The credit-union platform: all screens, behind one session check and one place for errors. */
import { readFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import { application } from './application.ts';
import { sentencePage } from './frame.ts';
import { tokenIssue } from './issue.ts';
import { entry, login } from './login.ts';
import { loginCode } from './login-code.ts';
import { tokenRelease } from './release.ts';
import { tokenStart } from './token-start.ts';
import { topPages } from './top.ts';
import { transfers } from './transfer.ts';
import { layoutOf, only, visits } from './visit.ts';
import { pageRules, saidOf } from '../page-rules.ts';
import { assets } from '../pages/assets.ts';
import type { Html } from '../pages/frame.ts';
import type { SessionEnv } from '../visits.ts';
import type { World } from '../world.ts';

const FILES = {
  '/ib/parasol.css': 'text/css; charset=utf-8',
  '/ib/parasol.js': 'text/javascript; charset=utf-8',
} as const;

const plain = (c: Context, title: string, text: string): Html => sentencePage({ name: null, layout: layoutOf(c) }, title, text);

export function parasolApp(world: World): Hono<SessionEnv> {
  const app = new Hono<SessionEnv>();
  pageRules(app, world);
  // For what is refused before this platform is asked: too large, too many.
  assets(app);
  // In this platform's own look, instead of the other one's.
  app.notFound((c) => c.html(plain(c, 'エラー', 'お探しのページはありません。'), 404));
  app.onError((error, c) => {
    world.alarm(error);
    const { sentence, status } = saidOf(error);
    return c.html(plain(c, 'システムエラー', sentence), status);
  });
  for (const [path, type] of Object.entries(FILES))
    app.get(path, async (c) => c.body(await readFile(new URL(path.slice('/ib/'.length), import.meta.url), 'utf8'), 200, { 'content-type': type }));
  entry(app, world);
  app.use('/ib/*', visits(world));
  login(app, world);
  loginCode(app, world);
  app.use('/ib/*', only(world, 'union-in'));
  for (const screen of [topPages, application, tokenIssue, tokenStart, tokenRelease, transfers]) screen(app, world);
  return app;
}
