/** The guide without a token to guide: why, and the next step. */
import type { JSX } from 'preact';
import type { VaultFace } from '../lib/messages/ways.ts';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { guideWords } from './words-guide.ts';
import { healthLineWords } from './words-health-lines.ts';

interface Props {
  vault: VaultFace;
  open: (address: string) => void;
  /** What the toolbar's button shows. */
  openTokens: () => void;
}

/** Deleted since, or of an address that was never ours. */
function Unknown({ open, openTokens }: Omit<Props, 'vault'>): JSX.Element {
  const words = useWords(guideWords).unknown;
  return (
    <div class="done">
      <StepHeading>{words.heading}</StepHeading>
      <p>{words.body}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={openTokens}>
          {words.tokens}
        </button>
        <button type="button" class="quiet" onClick={() => open('/enrol.html')}>
          {words.enrol}
        </button>
      </div>
    </div>
  );
}

export function GuideWithout({ vault, open, openTokens }: Props): JSX.Element {
  const { title } = useWords(guideWords);
  const { start, recover } = useWords(healthLineWords).vault;
  if (vault === 'open') return <Unknown open={open} openTokens={openTokens} />;
  const reasons = { none: 'no-vault', locked: 'locked', damaged: 'vault-damaged' } as const;
  const ways: Partial<Record<VaultFace, [string, string]>> = { none: [start, '/enrol.html'], damaged: [recover, '/recovery.html'] };
  const [label, address] = ways[vault] ?? [];
  return (
    <>
      <h1>{title}</h1>
      <RefusalNote reason={reasons[vault]} />
      {address !== undefined && (
        <button type="button" class="primary" onClick={() => open(address)}>
          {label}
        </button>
      )}
    </>
  );
}
