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
import { layoutOf, only, visits, type UnionEnv } from './visit.ts';
import { StoreUnavailable, unavailableSentence } from '../engines/unavailable.ts';
import { pageRules } from '../page-rules.ts';
import { assets } from '../pages/assets.ts';
import type { Html } from '../pages/frame.ts';
import type { World } from '../world.ts';

const FILES = {
  '/ib/parasol.css': 'text/css; charset=utf-8',
  '/ib/parasol.js': 'text/javascript; charset=utf-8',
} as const;

const BROKEN = 'ただいまお取り扱いできません。お手数ですが、しばらくしてからやり直してください。';

const sentence = (c: Context, title: string, text: string): Html => sentencePage({ name: null, layout: layoutOf(c) }, title, text);

export function parasolApp(world: World): Hono<UnionEnv> {
  const app = new Hono<UnionEnv>();
  pageRules(app, world);
  // For what is refused before this platform is asked: too large, too many.
  assets(app);
  // In this platform's own look, instead of the other one's.
  app.notFound((c) => c.html(sentence(c, 'エラー', 'お探しのページはありません。'), 404));
  app.onError((error, c) => {
    world.alarm(error);
    const down = error instanceof StoreUnavailable;
    return c.html(sentence(c, 'システムエラー', down ? unavailableSentence(error) : BROKEN), down ? 503 : 500);
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
