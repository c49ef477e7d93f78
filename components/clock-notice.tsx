/** How far this PC's clock is off; and, when it is more than a day, the question what to do about it. */
import type { JSX } from 'preact';
import type { Look } from '../lib/messages/looks.ts';
import { useWords } from './language.ts';
import { popupWords } from './words-popup.ts';

const WORTH_SAYING = 5000;
/** So far off, the PC's date and time want mending. */
const WORTH_MENDING = 3_600_000;

/** `offset`: issuer's clock minus this PC's, milliseconds. Positive: the issuer's is ahead, this PC is slow. `unsure`: nobody could be asked. */
export function ClockLine({ offset, unsure }: { offset: number | null; unsure: boolean }): JSX.Element | null {
  const words = useWords(popupWords).clock;
  if (unsure) return <p class="clock notice warn">{words.unsure}</p>;
  if (offset === null || Math.abs(offset) <= WORTH_SAYING) return null;
  const off = words.about(Math.round(Math.abs(offset) / 1000));
  const look = Math.abs(offset) < WORTH_MENDING ? 'clock' : 'clock notice warn';
  return <p class={look}>{offset > 0 ? words.slow(off) : words.fast(off)}</p>;
}

interface Props {
  look: Pick<Look, 'clockAsks' | 'clockOffset'>;
  notice: JSX.Element;
  /** To the very offset that was said. */
  onAccept: (offset: number) => void;
}

export function ClockQuestion({ look, notice, onAccept }: Props): JSX.Element | null {
  const { about, far } = useWords(popupWords).clock;
  const { clockAsks, clockOffset } = look;
  if (!clockAsks || clockOffset === null) return null;
  const off = about(Math.round(Math.abs(clockOffset) / 1000));
  return (
    <section class="card clock-question" aria-label={far.heading}>
      <h2>{far.heading}</h2>
      <p class="notice warn">{clockOffset > 0 ? far.slow(off) : far.fast(off)}</p>
      <ul>
        <li>{far.first}</li>
        <li>{far.second}</li>
      </ul>
      <button type="button" class="step" onClick={() => onAccept(clockOffset)}>
        {far.accept}
      </button>
      {notice}
    </section>
  );
}
