/** The settings page over answers of a test, and the hands of the person before it. */
import { fireEvent, screen, within } from '@testing-library/preact';
import type { ClipboardLeave } from '../../components/clipboard-part.tsx';
import type { Passkeys } from '../../components/passkey.ts';
import { SettingsPage } from '../../components/settings.tsx';
import type { Settings } from '../../lib/messages/protocol.ts';
import type { WayLook, Ways } from '../../lib/messages/ways.ts';
import { background, drafts, look, noPasskeys, settle, shown, ways, wayIn } from './builders.tsx';

const noLeave: ClipboardLeave = { has: async () => false, request: async () => false, drop: async () => undefined };
import { health } from './health-builder.ts';

export type Answers = Parameters<typeof background>[0];

export const stored: Settings = { autoLock: 10, quietInstitutions: [], language: 'auto', theme: 'auto', textSize: 100, hidesDigits: false };
/** 2026年11月21日. */
const ADDED = new Date(2026, 10, 21, 12).getTime();
export const passphraseLook: WayLook = { slotId: wayIn.slotId, kind: 'passphrase', madeAt: ADDED };
export const passkeyLook: WayLook = { slotId: 'passkey', kind: 'passkey', madeAt: null };

/** `stretched` is the typed text and the salt it was stretched by. */
export async function settings(answers: Answers = {}, options: { passkeys?: Passkeys; clipboard?: ClipboardLeave; there?: { ways: WayLook[]; opening: Ways } } = {}) {
  const changes: Partial<Settings>[] = [];
  const told: (() => void)[] = [];
  const { ask, asked } = background({
    look: () => look(),
    policy: () => health().policy,
    settings: () => stored,
    changeSettings: (wanted) => (changes.push(wanted), { ...stored, ...wanted }),
    lossKit: () => ({ lines: [], hidden: false }),
    ways: () => options.there ?? { ways: [passphraseLook], opening: ways() },
    draftWays: () => drafts,
    ...answers,
  });
  await shown(
    <SettingsPage
      ask={ask}
      stretch={async (typed, { salt }) => `${typed} by ${salt}`}
      now={() => Date.now()}
      random={(length) => crypto.getRandomValues(new Uint8Array(length))}
      passkeys={options.passkeys ?? noPasskeys}
      clipboardLeave={options.clipboard ?? noLeave}
      onSettingsChanged={(act) => {
        told.push(act);
        return () => told.splice(told.indexOf(act), 1);
      }}
      version="1.2.3"
      isFirefox={false}
    />,
  );
  const changedElsewhere = async (): Promise<void> => {
    for (const act of told) act();
    await settle();
  };
  return { changes, asked, changedElsewhere };
}

export async function press(name: string | RegExp, within_: HTMLElement = document.body): Promise<void> {
  fireEvent.click(within(within_).getByRole('button', { name }));
  await settle();
}

export async function type(label: string, value: string): Promise<void> {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settle();
}
