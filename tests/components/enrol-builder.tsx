/** The enrolment page over answers of a test, and the hands of the person before it. */
import { fireEvent, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { wantedFrom } from '../../components/enrol-state.ts';
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

export async function enrol(answers: Answers, search = '', options: { private?: boolean; kept?: boolean; passkeys?: Passkeys } = {}) {
  const opened: string[] = [];
  const addresses: string[] = [];
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
      keepAddress={(address) => addresses.push(address)}
      onTokensChanged={(act) => {
        told.push(act);
        return () => told.splice(told.indexOf(act), 1);
      }}
      open={(address) => opened.push(address)}
    />,
  );
  /** As when the background says that a token changed, or that the vault was locked. */
  const tokensChanged = async (): Promise<void> => {
    for (const act of told) act();
    await settle();
  };
  return { ...view, opened, addresses, asked, stretch, tokensChanged };
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
