/** The import page over the real reading of sources, with a vault that is a list. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { TransferPage } from '../../components/transfer.tsx';
import type { TransferProps } from '../../components/transfer.tsx';
import { lookAtFound, readSources, recordOf } from '../../entrypoints/background/imports.ts';
import { toBase64url } from '../../lib/bytes.ts';
import type { ImportSource } from '../../lib/messages/imports.ts';
import { sealFile } from '../../lib/transfer/sealed-file.ts';
import type { TokenRecord } from '../../lib/vault/token-record.ts';
import { background, look, NOON, settle, shown, wayIn, ways } from './builders.tsx';

export type Answers = Parameters<typeof background>[0];

export const GITHUB = 'otpauth://totp/GitHub:hanako?secret=JBSWY3DPEHPK3PXP&issuer=GitHub';
export const COUNTING = 'otpauth://hotp/Example:taro?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&counter=3&digits=8';
const stretching = { salt: 'c2FsdHNhbHRzYWx0c2FsdA', memory: 65_536, passes: 3, lanes: 1 };

/** Stands for Argon2id: 32 bytes that depend on the passphrase. */
const stretched = (passphrase: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: 32 }, (_, at) => passphrase.charCodeAt(at % passphrase.length));

export async function sealedFile(lines: string[], passphrase: string): Promise<string> {
  const { entries } = await readSources(lines.map((text) => ({ text, stretched: null })));
  const tokens = entries.flatMap((entry) => (entry.ok ? [entry.token] : []));
  return sealFile(tokens, stretching, stretched(passphrase), (length) => new Uint8Array(length));
}

/** What the background answers about imports, over the records in `kept`. */
function importAnswers(kept: TokenRecord[]): Answers {
  const readAll = async (sources: ImportSource[]) => {
    const found = await readSources(sources);
    return { found, looks: lookAtFound(found.entries, kept) };
  };
  return {
    takeFound: () => ({ texts: [] }),
    readImport: async ({ sources }) => {
      const { found, looks } = await readAll(sources);
      return { found: looks, sources: found.sources, missing: found.missing };
    },
    importTokens: async ({ sources, chosen }) => {
      const { found } = await readAll(sources);
      for (const index of chosen) {
        const entry = found.entries[index];
        if (entry?.ok) kept.push(recordOf(entry.token, NOON, (length) => new Uint8Array(length)));
      }
      return { added: chosen.length };
    },
    ways: () => ({ ways: [], opening: ways() }),
    draftWays: () => ({ passphrase: wayIn, passkey: { slotId: 'p', salt: 'AAAA' } }),
  };
}

export async function transfer(answers: Answers = {}, edges: Partial<TransferProps> = {}, kept: TokenRecord[] = []) {
  const saved: { name: string; text: string }[] = [];
  const { ask, asked } = background({ look: () => look({ tokens: [] }), ...importAnswers(kept), ...answers });
  await shown(
    <TransferPage
      ask={ask}
      stretch={async (passphrase) => toBase64url(stretched(passphrase))}
      readPicture={async () => ({ problem: 'no-code' })}
      readClipboard={() => Promise.reject(new Error('not allowed'))}
      save={(name, text) => saved.push({ name, text })}
      random={(length) => new Uint8Array(length)}
      now={() => NOON}
      toExport={false}
      {...edges}
    />,
  );
  await reading();
  return { asked, saved, kept };
}

/** WebCrypto answers from another thread, in its own time. */
export async function reading(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await settle();
}

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await reading();
}

export async function type(label: string | RegExp, value: string): Promise<void> {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settle();
}

export async function paste(text: string, files: File[] = []): Promise<boolean> {
  const went = fireEvent.paste(document.body, { clipboardData: { getData: () => text, files } });
  await reading();
  return went;
}

export async function pick(...files: File[]): Promise<void> {
  fireEvent.change(screen.getByLabelText('ファイルから取り込む'), { target: { files } });
  await reading();
}

export async function read(text: string): Promise<void> {
  await type('文字で取り込む', text);
  await press('読み取る');
}

const found = (): HTMLElement => screen.getByRole('list', { name: '見つかったトークン' });
export const boxes = (): HTMLInputElement[] => within(found()).getAllByRole<HTMLInputElement>('checkbox');
export const lines = (): string[] => within(found()).getAllByRole('listitem').map(({ textContent }) => textContent ?? '');

export const picture = new File(['x'], 'qr.png', { type: 'image/png' });
