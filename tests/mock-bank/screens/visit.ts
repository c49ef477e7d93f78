/** One request to the shinkin platform: its session, its institution. */
import { barePage, sheetOf } from './layout.ts';
import { expectInstitution } from '../institutions.ts';
import { sentencePage, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { beginSession, changeSession, endSession, type Draft, type Session, type Stage } from '../session.ts';
import type { Tables } from '../store.ts';
import { visitsTo, type Start, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

export const LOGIN = '/webbk/login/b-login.do';

export const { adopt, enterStage, sendToLogin, visits, only } = visitsTo<Stage>({
  platform: 'shinkin',
  cookie: 'JSESSIONID',
  folder: '/webbk',
  login: LOGIN,
  idle: '一定時間操作がなかったため、ログアウトしました。お手数ですが、もう一度ログインしてください。',
  refusal: (c, sentence) => sentencePage(barePage(c), 'エラー', sentence, false),
});

/**
 * `enterStage` in two halves, for a deed that must be done together with its 処理結果: this one within its transaction,
 * `adopt` once that is committed.
 */
export async function replaceSession(world: Pick<World, 'now'>, tables: Tables, c: Visit, start: Start): Promise<Session> {
  await endSession(tables, c.var.session);
  return beginSession(tables, world.now(), start);
}

/** The same session, one step on. */
export async function moveOn(world: World, c: Visit, stage: Stage, draft: Draft = {}): Promise<void> {
  await changeSession(world.store, c.var.session, { stage, draft });
}

/** The session's institution, in the layout of this visitor. */
export function bankOf(c: Visit): Look {
  const institution = expectInstitution(c.var.session.institution);
  return { ...institution, ...sheetOf(c, institution.firstLayout) };
}

export const page = (c: Visit, view: Html): Response | Promise<Response> => c.html(view);
