/** The popup when neither copy of the vault can be used: what happened, and where it goes on. */
import type { JSX } from 'preact';
import { useWords } from './language.ts';
import type { PopupProps } from './popup-effects.ts';
import { LossLink } from './popup-frame.tsx';
import { recoveryWords } from './words-recovery.ts';

export function DamagedFace({ open }: Pick<PopupProps, 'open'>): JSX.Element {
  const words = useWords(recoveryWords).face;
  return (
    <main class="face damaged">
      <h1>{words.heading}</h1>
      <p>{words.body}</p>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button type="button" class="primary large" onClick={() => open('/recovery.html')}>
        {words.go}
      </button>
      <LossLink open={open} />
    </main>
  );
}
