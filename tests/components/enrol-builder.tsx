/** The enrolment page over answers of a test, and the hands of the person before it. */
import { fireEvent, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { wantedFrom } from '../../components/enrol-address.ts';
import type { Trail } from '../../components/enrol-trail.ts';
import { Enrol } from '../../components/enrol.tsx';
import type { Passkeys } from '../../components/passkey.ts';
import { background, look, noPasskeys, NOON, settle, shown, token } from './builders.tsx';

export type Answers = Parameters<typeof background>[0];
export const GOOD = 'tuhi-hude-tozu-zedu-niye';
export const unbound = token({ state: 'UNBOUND' });

// jsdom lays nothing out: what is brought into view is written down here.
export const broughtIntoView: string[] = [];
Element.prototype.scrollIntoView = function note(this: Element): void {
  broughtIntoView.push(this.id);
};

/** A tab's history as browsers have it, with one page before ours. `addresses`: what was kept or pushed. */
function historyOf(search: string) {
  const entries = [`/enrol.html${search}`];
  const addresses: string[] = [];
  const told: ((search: string) => void)[] = [];
  const left = vi.fn<() => void>();
  let at = 0;
  const moves = (by: number): void => {
    if (at + by < 0) return left();
    if (at + by >= entries.length) return;
    at += by;
    for (const act of told) act(new URL(entries[at] ?? '', 'https://own.example').search);
  };
  const trail: Trail = {
    depth: () => at,
    keep: (address) => void addresses.push((entries[at] = address)),
    push: (address) => {
      entries.splice(++at, entries.length, address);
      addresses.push(address);
    },
    // A browser moves later, never within the call.
    go: (by) => queueMicrotask(() => moves(by)),
    onMoved: (act) => {
      told.push(act);
      return () => told.splice(told.indexOf(act), 1);
    },
  };
  return { trail, addresses, left, moves };
}

export async function enrol(answers: Answers, search = '', options: { private?: boolean; kept?: boolean; passkeys?: Passkeys } = {}) {
  const opened: string[] = [];
  const reached: string[] = [];
  const { trail, addresses, left, moves } = historyOf(search);
  const told: (() => void)[] = [];
  const stretch = vi.fn<(passphrase: string) => Promise<string>>(async (passphrase) => `stretched ${passphrase}`);
  const { ask, asked } = background(answers);
  const view = await shown(
    <Enrol
      ask={ask}
      stretch={stretch}
      random={(length) => crypto.getRandomValues(new Uint8Array(length))}
      now={() => NOON}
      passkeys={options.passkeys ?? noPasskeys}
      persist={async () => options.kept ?? true}
      wanted={wantedFrom(search, options.private ?? false)}
      trail={trail}
      onTokensChanged={(act) => {
        told.push(act);
        return () => told.splice(told.indexOf(act), 1);
      }}
      open={(address) => opened.push(address)}
      reach={async (origin) => reached.push(origin)}
    />,
  );
  /** As when the background says that a token changed, or that the vault was locked. */
  const tokensChanged = async (): Promise<void> => {
    for (const act of told) act();
    await settle();
  };
  /** The browser's own buttons. */
  const move = async (by: -1 | 1): Promise<void> => {
    moves(by);
    await settle();
  };
  return { ...view, opened, reached, addresses, left, move, asked, stretch, tokensChanged };
}

export const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));
export const type = (name: string, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(name, { selector: 'input' }), { target: { value } });

export const atConsent = async (answers: Answers) => {
  const page = await enrol({ look: () => look({ tokens: [unbound] }), ...answers }, '?institution=1188');
  await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' });
  return page;
};

export const consent = (): void => {
  fireEvent.click(screen.getByRole('checkbox', { name: 'ご利用にあたっての内容に同意する' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '同じパソコンで使うときの注意を理解した' }));
};
