/** Looks with overrides, and the background's side of a message, answered by the test. */
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
import type { Asking } from '../../components/unlock-form.tsx';
import { client } from '../../lib/messages/client.ts';
import type { Answer, Ask, CodeLook, Look, PopupRequests, TokenLook } from '../../lib/messages/protocol.ts';
import type { PasskeyWay, WayIn, Ways } from '../../lib/messages/ways.ts';
import { Refusal } from '../../lib/refusal.ts';

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

export function code(overrides: Partial<CodeLook> = {}): CodeLook {
  return { digits: '482915', step: 7, endsAt: NOON + 18_000, period: 30, use: 'fresh', timed: true, next: null, ...overrides };
}

export function token(overrides: Partial<TokenLook> = {}): TokenLook {
  return {
    id: 'a',
    institutionCode: '1188',
    institution: 'あぶくま信用金庫',
    serial: 'SKTS48201937',
    state: 'ACTIVE',
    code: code(),
    startBy: NOON + 29 * 86_400_000,
    receipt: null,
    loginAddress: 'http://ib.shinkin.localhost:8790/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D',
    call: { telephone: 'お取引店、またはカード裏面の連絡先', hours: '' },
    kind: 'shinkin',
    local: null,
    suffix: '',
    introduced: true,
    exchanging: false,
    mayRemove: true,
    endsSoonAt: null,
    ...overrides,
  };
}

/** A token of あかぎ信用組合, whose codes last a minute. */
export function unionToken(overrides: Partial<TokenLook> = {}): TokenLook {
  return token({
    id: 'u',
    institutionCode: '2143',
    institution: 'あかぎ信用組合',
    serial: 'AKGS00012345',
    kind: 'credit-union',
    code: code({ period: 60, endsAt: NOON + 41_000 }),
    startBy: NOON + 3 * 86_400_000,
    loginAddress: 'http://parasol.localhost:8790/ib/index.do?PT=BS&CCT0080=2143',
    call: { telephone: 'お取引店、またはカード裏面の連絡先', hours: '' },
    ...overrides,
  });
}

/** An imported one: nothing of an institution, codes by this PC's clock. */
export function localToken(overrides: Partial<TokenLook> = {}): TokenLook {
  return token({
    id: 'l',
    institutionCode: '',
    institution: '',
    serial: '',
    state: 'LOCAL',
    startBy: 0,
    loginAddress: null,
    call: null,
    kind: 'local',
    local: { issuer: 'Example', account: 'hanako@example.jp', counts: false, site: null },
    ...overrides,
  });
}

export function look(overrides: Partial<Look> = {}): Look {
  return {
    vault: 'open',
    ways: null,
    mended: null,
    tokens: [token()],
    pendings: [],
    removed: [],
    site: { kind: 'other', host: null, bindable: null },
    clockOffset: null,
    clockAsks: false,
    clockUnsure: false,
    hidesDigits: false,
    shortcuts: { open: 'Ctrl+Shift+Period', fill: 'Alt+Shift+K' },
    ...overrides,
  };
}

export const locked = look({ vault: 'locked', ways: ways(), tokens: [] });

type Answers = { [K in keyof PopupRequests]?: (ask: Ask<PopupRequests, K>) => Answer<PopupRequests, K> | Promise<Answer<PopupRequests, K>> };

interface Background {
  ask: Asking;
  /** Names of the messages so far. */
  asked: string[];
}

/** The real client over an answering stub of the wire; `answers` throw `Refusal` to refuse. */
export function background(answers: Answers): Background {
  const asked: string[] = [];
  const ask = client<PopupRequests>(async (message) => {
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
