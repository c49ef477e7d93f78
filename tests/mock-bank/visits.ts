/** One request to either platform: whose session it is, how far that has come, and the way back to the login. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { customerOf, type CustomerRow } from './customers.ts';
import { fromElsewhere } from './form.ts';
import { institutionOf, type BankInstitution } from './institutions.ts';
import type { Html } from './pages/frame.ts';
import { beginSession, endSession, findSession, type Draft, type Session, type Stage } from './session.ts';
import type { World } from './world.ts';

export type SessionEnv = { Variables: { session: Session } };
export type Visit = Context<SessionEnv>;

export interface Start<S extends Stage = Stage> {
  institution: string;
  contract: string | null;
  stage: S;
  draft?: Draft;
}

interface House {
  platform: BankInstitution['platform'];
  cookie: string;
  /** All its pages lie in it. */
  folder: string;
  login: string;
  /** Said at the login after ten minutes without a click. */
  idle: string;
  /** A page of no institution that is only a sentence. */
  refusal: (c: Visit, sentence: string) => Html;
}

const LOST_SENTENCE = 'お手続きの順序が正しくないか、接続が切れました。お手数ですが、もう一度ログインしてください。';

export function visitsTo<S extends Stage>({ platform, cookie, folder, login, idle, refusal }: House) {
  function adopt(c: Visit, session: Session): void {
    c.set('session', session);
    setCookie(c, cookie, session.cookie, { httpOnly: true, sameSite: 'Lax', path: folder });
  }

  /** Gives the visitor a new session and its cookie, and takes the old one away. */
  async function enterStage(world: World, c: Visit, start: Start<S | 'visitor'>): Promise<void> {
    const old = getCookie(c, cookie);
    if (old) await endSession(world.store, { cookie: old });
    adopt(c, await beginSession(world.store, world.now(), start));
  }

  /** Back to the login of the same institution, with a sentence. */
  async function sendToLogin(world: World, c: Visit, notice = LOST_SENTENCE): Promise<Response> {
    await enterStage(world, c, { institution: c.var.session.institution, contract: null, stage: 'visitor', draft: { notice } });
    return c.redirect(login, 303);
  }

  const visits = (world: World): MiddlewareHandler<SessionEnv> => async (c, next) => {
    if (fromElsewhere(c)) return c.html(refusal(c, '別のサイトから送られた内容は受け付けられません。'), 403);
    const value = getCookie(c, cookie);
    const found = value ? await findSession(world.store, world.now(), value) : null;
    // A session of the other platform, carried over by hand, is none here.
    if (!found || institutionOf(found.session.institution)?.platform !== platform) {
      deleteCookie(c, cookie, { path: folder });
      return c.html(refusal(c, '金融機関のホームページから、もう一度ログイン画面を開いてください。'), 400);
    }
    c.set('session', found.session);
    return found.idle ? sendToLogin(world, c, idle) : next();
  };

  /** Only for those who came here step by step. */
  const only = (world: World, ...stages: S[]): MiddlewareHandler<SessionEnv> => async (c, next) =>
    stages.some((stage) => stage === c.var.session.stage) ? next() : sendToLogin(world, c);

  return { adopt, enterStage, sendToLogin, visits, only };
}

/** The customer of a session that has one. */
export async function expectCustomer(world: World, c: Visit): Promise<CustomerRow> {
  const { institution, contract } = c.var.session;
  const customer = contract === null ? undefined : await customerOf(world.store, institution, contract);
  if (!customer) throw new Error('a session without its customer');
  return customer;
}
