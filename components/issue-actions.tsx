/** Below the form of an issue: its button, and the way back. */
import type { JSX } from 'preact';
import type { Attempting } from './attempt.ts';
import { useWords } from './language.ts';
import { enrolWords } from './words-enrol.ts';

interface Props {
  label: string;
  attempt: Attempting;
  /** What the issuer refused offers ways on of its own. */
  refused: boolean;
  onBack: () => void;
}

export function IssueActions({ label, attempt, refused, onBack }: Props): JSX.Element {
  const { back } = useWords(enrolWords).consent;
  return (
    <div class="actions">
      {!refused && (
        <button type="submit" class="primary large" aria-disabled={attempt.busy}>
          {label}
        </button>
      )}
      <button type="button" class="quiet" disabled={attempt.busy} onClick={onBack}>
        {back}
      </button>
    </div>
  );
}
