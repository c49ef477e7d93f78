/** Said once, on top of the open popup: what was put right with what is saved. */
import type { JSX } from 'preact';
import type { Mended } from '../lib/messages/ways.ts';
import { minuteIn, useLanguage, useWords } from './language.ts';
import { mendedSentences } from './mended-sentence.ts';
import { mendedWords } from './words-mended.ts';

interface Props {
  /** Null: nothing that was not read before. */
  mended: Mended | null;
  onSeen: () => void;
  /** Opens a page of ours in a tab. */
  open: (address: string) => void;
}

export function MendedNotice({ mended, onSeen, open }: Props): JSX.Element {
  const words = useWords(mendedWords);
  return (
    <>
      <p class="visually-hidden" role="status">
        {mended && words.heading[mended.what]}
      </p>
      {mended && <PutRight mended={mended} onSeen={onSeen} open={open} />}
    </>
  );
}

function PutRight({ mended, onSeen, open }: Props & { mended: Mended }): JSX.Element {
  const words = useWords(mendedWords);
  const language = useLanguage();
  const follow = (event: Event): void => {
    event.preventDefault();
    open('/health.html');
  };
  return (
    <section class={mended.spent ? 'notice warn' : 'notice'} aria-label={words.heading[mended.what]}>
      <h2>{words.heading[mended.what]}</h2>
      {mendedSentences(language, mended).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <small>{words.when(minuteIn(language, mended.at))}</small>
      <div class="details-actions">
        <button type="button" class="step" onClick={onSeen}>
          {words.seen}
        </button>
        <a class="loss-link" href="/health.html" onClick={follow}>
          {words.more}
        </a>
      </div>
    </section>
  );
}
