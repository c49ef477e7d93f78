/** For the tests of `Filling`, in jsdom. */
import { fieldKeys } from '../../../lib/autofill/field-keys.ts';
import { Filling, type Means } from '../../../lib/autofill/filling.ts';
import { targetsOf } from '../../../lib/autofill/targets.ts';
import { client } from '../../../lib/messages/client.ts';
import type { PageRequests, Taken } from '../../../lib/messages/protocol.ts';
import type { Reason } from '../../../lib/refusal.ts';
import { openPage } from '../../pages/open.ts';

export const GIVEN: Extract<Taken, { kind: 'given' }> = { kind: 'given', digits: '123456', serial: 'SKTS00012345', endsIn: 20_000 };
export const REGISTRATION = `<h1>ワンタイムパスワード利用開始</h1><form><table><tr><th>シリアル番号</th><td><input id="s" maxlength="12"></td></tr>
  <tr><th>ワンタイムパスワード</th><td><input id="c" type="password" maxlength="6"></td></tr></table>
  <label><input type="radio" id="r">認証する</label><table><tr><th>(1)(ウ)</th></tr><tr><td><input id="k" type="password" maxlength="2"></td></tr></table></form>`;
export const LOGIN = '<form><table><tr><th>ワンタイムパスワード</th><td><input id="c" maxlength="6"></td></tr></table></form>';

export const field = (id: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`no #${id}`);
  return found;
};

/** A page with a background that answers `take` from a list, and a clock turned by hand. */
export function bank(html: string, answers: (Taken | Reason)[]) {
  openPage(html);
  const asked: { name: string; ask: Record<string, unknown> }[] = [];
  const said: string[] = [];
  let timers: { at: number; act: () => void }[] = [];
  let clock = 0;
  let cancel: (() => void) | undefined;
  const send = async (message: unknown): Promise<unknown> => {
    const name = String(Reflect.get(Object(message), 'name'));
    const ask: Record<string, unknown> = Reflect.get(Object(message), 'ask');
    asked.push({ name, ask });
    const next = name === 'take' ? answers.shift() : undefined;
    if (typeof next === 'string') return { ok: false, reason: next };
    const only = next?.kind === 'given' && Array.isArray(ask['roles']) && !ask['roles'].includes('serial') ? { ...next, serial: null } : next;
    return { ok: true, answer: only ?? {} };
  };
  const means: Means = {
    targets: (near) => targetsOf(document, near),
    ask: client<PageRequests>(send),
    keys: fieldKeys('d'),
    frame: async () => {},
    later: (milliseconds, act) => {
      const timer = { at: clock + milliseconds, act };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    notices: {
      armed: (_, seconds, takeBack) => {
        said.push(`armed ${seconds}`);
        cancel = takeBack;
      },
      expired: () => said.push('expired'),
      refused: (_, refusal) => said.push(refusal instanceof Error ? refusal.message : '?'),
      done: () => said.push('done'),
    },
  };
  const turn = async (milliseconds: number): Promise<void> => {
    clock += milliseconds;
    const due = timers.filter(({ at }) => at <= clock);
    timers = timers.filter(({ at }) => at > clock);
    for (const { act } of due) act();
    for (let i = 0; i < 30; i++) await Promise.resolve();
  };
  return {
    filling: new Filling(means),
    asked,
    said,
    turn,
    takes: () => asked.filter(({ name }) => name === 'take'),
    waiting: () => timers.length,
    cancel: () => cancel?.(),
  };
}
