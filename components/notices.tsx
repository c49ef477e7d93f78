/** What is said while something takes time, and when it was refused. */
import type { JSX } from 'preact';
import type { Reason } from '../lib/refusal.ts';
import { useLanguage } from './language.ts';
import { sentences } from './sentences.ts';

interface ProgressProps {
  /** Shown after 300 ms; its place is kept before, so that nothing jumps. */
  shown: boolean;
  label: string;
}

export function Progress({ shown, label }: ProgressProps): JSX.Element {
  return (
    <div class="progress" role="status">
      {shown && (
        <>
          <span class="progress-bar" aria-hidden="true" />
          <span>{label}…</span>
        </>
      )}
    </div>
  );
}

/** `text`: null while there is nothing to say; the place is there before. */
export function Alert({ text, id }: { text: string | null; id?: string }): JSX.Element {
  return (
    <div class="refusal-place" role="alert" {...(id === undefined ? {} : { id })}>
      {text !== null && <p class="refusal">{text}</p>}
    </div>
  );
}

export function RefusalNote({ reason, id }: { reason: Reason | null; id?: string }): JSX.Element {
  const language = useLanguage();
  return <Alert text={reason && sentences[language][reason]} {...(id === undefined ? {} : { id })} />;
}
