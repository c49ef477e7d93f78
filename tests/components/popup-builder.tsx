/** The popup over answers of a test, and what it did to the world. */
import { fireEvent } from '@testing-library/preact';
import { vi } from 'vitest';
import type { PageEyes } from '../../components/page-picture.ts';
import type { PopupProps } from '../../components/popup-effects.ts';
import { Popup } from '../../components/popup.tsx';
import type { Look } from '../../lib/messages/looks.ts';
import { background, settle, shown } from './builders.tsx';

export type Answers = Parameters<typeof background>[0];

/** What the active tab shows, and what is read in it. */
export const blindly: PageEyes = { captureTab: async () => new Blob(), readPicture: async () => ({ problem: 'no-code' }) };

/** What the popup is given of the browser, where a test needs other than nothing. */
export type Edges = PageEyes & Partial<Pick<PopupProps, 'requestSite' | 'requestClipboard' | 'openBeside' | 'seen'>>;

export async function popup(first: Look, answers: Answers = {}, language: 'ja' | 'en' = 'ja', edges: Edges = blindly) {
  const opened: string[] = [];
  const clipboard: string[] = [];
  const closed = vi.fn<() => void>();
  const told: (() => void)[] = [];
  const { ask, asked } = background({ look: () => first, ...answers });
  const view = await shown(
    <Popup
      ask={ask}
      stretch={async (passphrase) => `stretched ${passphrase}`}
      now={() => Date.now()}
      requestSite={async () => false}
      requestClipboard={async () => false}
      openBeside={null}
      seen={null}
      {...edges}
      writeClipboard={async (digits) => void clipboard.push(digits)}
      onTokensChanged={(act) => {
        told.push(act);
        return () => told.splice(told.indexOf(act), 1);
      }}
      open={(address) => opened.push(address)}
      close={closed}
    />,
    language,
  );
  /** As when the background says that a token changed, or that the vault was locked. */
  const tokensChanged = async (): Promise<void> => {
    for (const act of told) act();
    await settle();
  };
  return { ...view, opened, clipboard, closed, asked, tokensChanged };
}

export async function click(element: Element): Promise<void> {
  fireEvent.click(element);
  await settle();
}
