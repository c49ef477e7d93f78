/** Our own small drawings: the key tag, an institution's tag, the ring. No fonts but the system's. */
import type { JSX } from 'preact';
import { fractionLeft, secondsLeft } from './countdown.ts';
import type { CodeLook } from '../lib/messages/looks.ts';

/** The wooden tag of the icon, in one colour for a heading. */
export function KeyTag(): JSX.Element {
  return (
    <svg class="key-tag" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <path class="cord" d="M16 8C12 6 12 1.5 16 1.5s4 4.5 0 6.5" fill="none" stroke-width="2" stroke-linecap="round" />
      <path class="plate" d="M9 6h14l4 4.5V28a2.5 2.5 0 0 1-2.5 2.5h-17A2.5 2.5 0 0 1 5 28V10.5z" />
      <circle class="hole" cx="16" cy="9.6" r="1.7" />
      <path class="mark" d="M16 14.2a4 4 0 0 1 1.9 7.5l1.2 5.1h-6.2l1.2-5.1a4 4 0 0 1 1.9-7.5z" />
    </svg>
  );
}

/** Six old dye colours; the code of the institution always picks the same one. */
const DYES = 6;

function dyeOf(institutionCode: string): number {
  return Array.from(institutionCode).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, 7) % DYES;
}

interface MonogramProps {
  name: string;
  code: string;
}

export function Monogram({ name, code }: MonogramProps): JSX.Element {
  return (
    <svg class={`monogram dye-${dyeOf(code)}`} viewBox="0 0 40 44" width="40" height="44" aria-hidden="true" focusable="false">
      <path class="plate" d="M9 1h22l8 8.5V39a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V9.5z" />
      <circle class="hole" cx="20" cy="7.6" r="2.4" />
      <text x="20" y="33.5" text-anchor="middle" font-size="20">
        {Array.from(name)[0] ?? '札'}
      </text>
    </svg>
  );
}

const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

interface RingProps {
  code: CodeLook;
  now: number;
  label: string;
  unit: string;
}

/** The timer's role is silent to screen readers until asked (WAI-ARIA 1.2, `timer`). */
export function Ring({ code, now, label, unit }: RingProps): JSX.Element {
  const seconds = secondsLeft(code.endsAt, now);
  return (
    <span class="ring" role="timer" aria-label={label}>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle class="ring-track" cx="24" cy="24" r={RADIUS} fill="none" stroke-width="4" />
        <circle
          class="ring-left"
          cx="24"
          cy="24"
          r={RADIUS}
          fill="none"
          stroke-width="4"
          stroke-dasharray={AROUND}
          stroke-dashoffset={AROUND * (1 - fractionLeft(code, now))}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <span class="ring-seconds" aria-hidden="true">
        {seconds}
        <small>{unit}</small>
      </span>
    </span>
  );
}
