/** What stands in for the background behind a screen: an answer to each of its messages, as plain data. */
import type { Language } from '../../../components/language.ts';
import type { Answer, OwnRequests } from '../../../lib/messages/protocol.ts';
import type { Reason } from '../../../lib/refusal.ts';
import { damage, drafts, health, look, settings, ways, waysHere } from './looks.ts';

/** 'never': the screen is shown while it waits. */
type Reply<K extends keyof OwnRequests> = Answer<OwnRequests, K> | { refused: Reason } | 'never';
/** Several are given one after the other; the last one stays. */
export type Answers = { [K in keyof OwnRequests]?: Reply<K> | Reply<K>[] };

export const refused = (reason: Reason): { refused: Reason } => ({ refused: reason });

/** What every page may ask without being about it. */
export const ordinary: Answers = {
  look: look(),
  policy: health().policy,
  settings: settings(),
  changeSettings: settings(),
  ways: { ways: waysHere, opening: ways() },
  draftWays: drafts,
  lossKit: { lines: [], hidden: false },
  takeFound: { texts: [] },
  health: health(),
  damage: damage(),
  journal: { uses: [] },
};

export interface Given {
  answers: Answers;
  language: Language;
  /** The time that it always is, epoch milliseconds. */
  now: number;
  /** Whether the browser has passkeys. */
  passkeys: boolean;
  /** In a private window. */
  privately: boolean;
}

/**
 * Runs in the page before its own scripts. The page's messages go no further than this; what nothing was given for is
 * noted, so that a screen can't be taken for another one. A passkey is made at once; the dialog that asks for one stays open. Null: the real background answers.
 */
export function standIn(given: Given | null): void {
  if (given === null) return;
  const { language, passkeys, privately } = given;
  let { answers, now } = given;
  const unanswered: string[] = [];
  let times: Record<string, number> = {};
  const replyTo = (message: unknown): unknown => {
    const name = String(Reflect.get(Object(message), 'name'));
    const reply: unknown = Reflect.get(answers, name);
    if (reply === undefined) unanswered.push(name);
    const all: unknown[] = Array.isArray(reply) ? reply : [reply ?? { refused: 'internal' }];
    const time = (times[name] ?? -1) + 1;
    times[name] = time;
    if (name === 'look') Reflect.set(globalThis, 'looksHere', time + 1);
    const one = all[Math.min(time, all.length - 1)];
    const reason: unknown = Reflect.get(Object(one), 'refused');
    if (one === 'never') return one;
    return reason === undefined ? { ok: true, answer: one } : { ok: false, reason };
  };
  const sendMessage = (message: unknown, ...rest: unknown[]): Promise<unknown> => {
    const reply = replyTo(message);
    const callback = rest.findLast((one) => typeof one === 'function');
    if (reply === 'never') return new Promise(() => undefined);
    if (callback) queueMicrotask(() => Reflect.apply(callback, undefined, [reply]));
    return Promise.resolve(reply);
  };
  for (const name of ['chrome', 'browser']) {
    const api: unknown = Reflect.get(globalThis, name);
    const [runtime, extension]: unknown[] = [Reflect.get(Object(api), 'runtime'), Reflect.get(Object(api), 'extension')];
    if (typeof runtime === 'object' && runtime !== null) Object.defineProperty(runtime, 'sendMessage', { value: sendMessage, configurable: true });
    if (typeof extension === 'object' && extension !== null) Object.defineProperty(extension, 'inIncognitoContext', { value: privately, configurable: true });
  }
  Reflect.set(globalThis, 'unansweredHere', unanswered);
  Reflect.set(globalThis, 'standsHere', (next: Pick<Given, 'answers' | 'now'>) => {
    ({ answers, now } = next);
    times = {};
    Reflect.set(globalThis, 'looksHere', 0);
  });
  // A screen that would go by itself is looked at for longer.
  globalThis.close = () => undefined;
  // Of this page alone: what another one was made to look like is not heard here.
  const kept = new Map<string, string>();
  const localStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage });
  Date.now = () => now;
  Object.defineProperty(Navigator.prototype, 'language', { get: () => (language === 'ja' ? 'ja-JP' : 'en-GB') });
  Reflect.set(PublicKeyCredential, 'getClientCapabilities', async () => ({ 'extension:prf': passkeys }));
  StorageManager.prototype.persist = async () => true;
  CredentialsContainer.prototype.create = async () =>
    Object.create(PublicKeyCredential.prototype, {
      rawId: { value: new ArrayBuffer(4) },
      getClientExtensionResults: { value: () => ({ prf: { enabled: true, results: { first: new ArrayBuffer(32) } } }) },
    });
  CredentialsContainer.prototype.get = (asked) =>
    new Promise((_, refuse) => asked?.signal?.addEventListener('abort', () => refuse(new DOMException('', 'AbortError'))));
}
