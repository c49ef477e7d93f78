/** The import page and the popup of one profile, as these tests use them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { button, text } from '../browser/find.ts';
import type { Stage, View } from '../browser/view.ts';
import { codeAt, codeNow, type Standard } from './standard.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

interface Listed {
  id: string;
  local: { issuer: string } | null;
}

/** For so many milliseconds after a time step its code, or dots, may still stand in the popup. */
const MOMENT = 3000;

/** The line of what was found. */
export const line = (issuer: string, state: string): string =>
  `//ul[@class='found']/li[contains(., '${issuer}')][.//*[contains(@class, 'seal') and normalize-space(.)='${state}']]`;
export const card = (issuer: string): string => `//article[.//h2[normalize-space(.)='${issuer}']]`;
export const inCard = (issuer: string, place: string): string => `(${card(issuer)}${place})[1]`;

export interface OwnPages {
  view: View;
  stage: Stage;
  toImport: () => Promise<void>;
  toPopup: () => Promise<void>;
  /** Files by name, made in the test's folder, into the field for files. */
  choose: (files: Record<string, string | Uint8Array>) => Promise<void>;
  /** Presses the button that says how many, and sees that there are so many more. */
  add: (count: number) => Promise<void>;
  /** What the background answers to a message of the page. */
  reply: (name: string, ask?: object) => Promise<unknown>;
  answer: <T>(name: string, ask?: object) => Promise<T>;
  tokens: () => Promise<Listed[]>;
  /** Issuers of the imported ones, sorted. */
  issuers: () => Promise<string[]>;
  /** The popup shows the code of this moment. */
  expectCode: (token: Standard) => Promise<void>;
  /** One more code of a counting token; the counter that it must be of. */
  expectNext: (token: Standard, counter: number) => Promise<void>;
}

/** Also of a card that lies below the edge of the window, where the browser draws nothing. */
async function digitsOf(view: View, issuer: string): Promise<string> {
  const place = inCard(issuer, `//*[contains(@class, 'digits')]`);
  await view.waitFor(place);
  return await view.run((given) => document.evaluate(given, document, null, XPathResult.STRING_TYPE, null).stringValue, place);
}

async function expectCode(view: View, token: Standard): Promise<void> {
  for (;;) {
    const before = Date.now();
    const digits = await digitsOf(view, token.issuer);
    const [then, now, lately] = [before, Date.now(), before - MOMENT].map((time) => codeNow(token, time));
    if (digits === then || digits === now) return;
    const isTurning = lately !== now && (digits === lately || digits.startsWith('•'));
    if (!isTurning) expect(digits, token.issuer).toBe(now);
  }
}

export function ownPages(stage: Stage, view: View, folder: string): OwnPages {
  const to = async (path: string, there: string): Promise<void> => {
    await view.front();
    await view.go(stage.ownOrigin + path);
    await view.waitFor(there);
  };
  const reply: OwnPages['reply'] = (name, ask = {}) => view.run((given) => chrome.runtime.sendMessage(JSON.parse(given)), JSON.stringify({ name, ask }));
  async function answer<T>(name: string, ask: object = {}): Promise<T> {
    const said = (await reply(name, ask)) as { ok: boolean; answer: T };
    expect(said.ok, `${name}: ${JSON.stringify(said)}`).toBe(true);
    return said.answer;
  }
  const tokens = async (): Promise<Listed[]> => (await answer<{ tokens: Listed[] }>('look')).tokens;
  return {
    view,
    stage,
    reply,
    answer,
    tokens,
    toImport: () => to('/transfer.html', text('文字で取り込む')),
    toPopup: () => to('/popup.html', '//article'),
    async choose(files) {
      const names = Object.keys(files).map((name) => join(folder, name));
      await Promise.all(Object.values(files).map((content, at) => writeFile(names[at] ?? '', content)));
      await view.choose(`//input[@type='file']`, names);
    },
    async add(count) {
      const before = (await tokens()).length;
      await view.click(button(`${count}件を追加する`));
      await view.waitFor(text(`${count}件を追加しました`));
      expect(await tokens()).toHaveLength(before + count);
    },
    issuers: async () => (await tokens()).flatMap(({ local }) => (local ? [local.issuer] : [])).toSorted(),
    expectCode: (token) => expectCode(view, token),
    async expectNext(token, counter) {
      await view.click(inCard(token.issuer, button('次の番号を出す')));
      await view.waitFor(inCard(token.issuer, `//*[normalize-space(.)='カウンター ${counter}']`));
      expect(await digitsOf(view, token.issuer)).toBe(codeAt(token, counter));
    },
  };
}
