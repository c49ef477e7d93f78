/** Looks as of one noon, and the background's side of a message, answered by the test. */
import { setImmediate as nextTurn } from 'node:timers';
import { setImmediate } from 'node:timers/promises';
import { act, cleanup, render } from '@testing-library/preact';
import type { RenderResult } from '@testing-library/preact';
import { options } from 'preact';
import type { ComponentChild } from 'preact';
import { afterEach, vi } from 'vitest';
import { LanguageContext } from '../../components/language.ts';
import type { Language } from '../../components/language.ts';
import type { Passkeys } from '../../components/passkey.ts';
import type { Asking } from '../../components/asking.ts';
import { client } from '../../lib/messages/client.ts';
import type { Answer, Ask, OwnRequests } from '../../lib/messages/protocol.ts';
import type { PasskeyWay, WayIn, Ways } from '../../lib/messages/ways.ts';
import { Refusal } from '../../lib/refusal.ts';
import { codeAt, lookAt, tokensAt } from '../looks.ts';

// Preact gives effects a frame or 35 ms, and the document of a file's last test may be gone by then: here, the next turn.
options.requestAnimationFrame = (callback) => void nextTurn(callback);

afterEach(async () => {
  await settle();
  // Preact puts the clean-up of effects off; it must not run after the document is gone.
  await act(async () => cleanup());
  vi.useRealTimers();
});

/** Lets answers arrive and effects run; no time passes. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await act(async () => {
      await setImmediate();
    });
  }
}

/** Time stands still but for `pass`; what preact and the DOM need for themselves stays real. */
export function stopTime(): void {
  vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
}

export async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
  await settle();
}

export const NOON = Date.UTC(2026, 6, 1, 3, 0, 0);

export const wayIn: WayIn = { slotId: 'slot', salt: 'AAAA', memory: 65_536, passes: 3, lanes: 1 };
export const passkeyWay: PasskeyWay = { slotId: 'passkey', credentialId: 'Y3JlZA', salt: 'c2FsdA' };

/** One passphrase, no PIN. */
export function ways(overrides: Partial<Ways> = {}): Ways {
  return { passphrases: [wayIn], passkeys: [], pin: null, againAt: null, ...overrides };
}

/** Passkeys that are there and answer as they are told; each test overrides what it is about. */
export function passkeys(overrides: Partial<Passkeys> = {}): Passkeys {
  return {
    available: async () => true,
    make: async () => ({ credentialId: 'Y3JlZA', key: 'key of the passkey' }),
    open: async ([way]) => ({ slotId: way?.slotId ?? '', key: 'key of the passkey' }),
    ...overrides,
  };
}

export const noPasskeys = passkeys({ available: async () => false });

/** `draftWays` of these tests. */
export const drafts = {
  passphrase: { ...wayIn, slotId: 'fresh' },
  passkey: { slotId: 'fresh-passkey', salt: 'c2FsdA' },
};

export const code = codeAt(NOON);
export const { token, unionToken, localToken } = tokensAt(NOON);
export const look = lookAt(NOON);

export const locked = look({ vault: 'locked', ways: ways(), tokens: [] });

type Answers = { [K in keyof OwnRequests]?: (ask: Ask<OwnRequests, K>) => Answer<OwnRequests, K> | Promise<Answer<OwnRequests, K>> };

interface Background {
  ask: Asking;
  /** Names of the messages so far. */
  asked: string[];
}

/** The real client over an answering stub of the wire; `answers` throw `Refusal` to refuse. */
export function background(answers: Answers): Background {
  const asked: string[] = [];
  const ask = client<OwnRequests>(async (message) => {
    const name: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'name') : null;
    asked.push(String(name));
    const answer: unknown = Reflect.get(answers, String(name));
    if (typeof answer !== 'function') throw new Error(`not answered in this test: ${String(name)}`);
    try {
      return { ok: true, answer: await answer(Reflect.get(Object(message), 'ask')) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, reason: error.reason };
      throw error;
    }
  });
  return { ask, asked };
}

export function refuse(reason: Refusal['reason']): never {
  throw new Refusal(reason);
}

/** Rendered, and settled once. */
export async function shown(screen: ComponentChild, language: Language = 'ja'): Promise<RenderResult> {
  const view = render(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>);
  await settle();
  return view;
}
