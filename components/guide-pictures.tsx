/** Our own small drawings of a bank's page and of our window: what matters on them is framed. The step beside them says the same. */
import type { JSX } from 'preact';
import { useWords } from './language.ts';
import { drawn } from './drawn-pages.ts';
import type { Drawn, PictureName } from './drawn-pages.ts';
import { popupWords } from './words-popup.ts';

const WIDTH = 320;
const HEAD = 44;
const FIELD = 58;
const BUTTON = 40;
const SIDE_WIDTH = 120;
const EDGE = 16;

interface BoxProps {
  x: number;
  y: number;
  width: number;
  height: number;
  look: string;
  marked?: boolean | undefined;
}

/** A framed thing has the frame around it, so that it is found without colours, too. */
function Box({ x, y, width, height, look, marked }: BoxProps): JSX.Element {
  return (
    <>
      <rect class={look} x={x} y={y} width={width} height={height} rx="4" />
      {marked && <rect class="picture-mark" x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx="7" />}
    </>
  );
}

type Placed<T> = T & { y: number; width: number };

function Field({ label, value, marked, y, width }: Placed<{ label: string; value?: string; marked?: true }>): JSX.Element {
  return (
    <g>
      <text x={EDGE} y={y + 11}>{label}</text>
      <Box x={EDGE} y={y + 21} width={width - EDGE} height={24} look="picture-field" marked={marked} />
      {value !== undefined && <text class="picture-value" x={EDGE + 8} y={y + 38}>{value}</text>}
    </g>
  );
}

function Button({ label, marked, y, width, x }: Placed<{ label: string; marked?: true; x: number }>): JSX.Element {
  return (
    <g>
      <Box x={x} y={y + 4} width={width} height={26} look="picture-button" marked={marked} />
      <text class="picture-on-button" x={x + width / 2} y={y + 22} text-anchor="middle">{label}</text>
    </g>
  );
}

/** The first is chosen, as the manuals say. */
function Choice({ choice: [chosen, other], y }: { choice: [string, string]; y: number }): JSX.Element {
  return (
    <g>
      <circle class="picture-field" cx={EDGE + 12} cy={y + 18} r="8" />
      <circle class="picture-dot" cx={EDGE + 12} cy={y + 18} r="4" />
      <text x={EDGE + 28} y={y + 22}>{chosen}</text>
      <rect class="picture-mark" x={EDGE - 4} y={y + 2} width="104" height="32" rx="7" />
      <circle class="picture-field" cx={EDGE + 132} cy={y + 18} r="8" />
      <text x={EDGE + 148} y={y + 22}>{other}</text>
    </g>
  );
}

function Said({ said, y }: { said: string; y: number }): JSX.Element {
  return (
    <g>
      <path class="picture-tick" d={`M${EDGE + 2} ${y + 14}l6 6 11-13`} />
      <text class="picture-value" x={EDGE + 28} y={y + 19}>{said}</text>
    </g>
  );
}

const heightOf = ({ fields, choice, said, buttons, side }: Drawn): number =>
  HEAD + Math.max((fields?.length ?? 0) * FIELD + (choice ? BUTTON : 0) + (said === undefined ? 0 : 32) + (buttons?.length ?? 0) * BUTTON, side ? 24 + side.buttons.length * BUTTON : 0) + 8;

function Side({ title, buttons }: NonNullable<Drawn['side']>): JSX.Element {
  const x = WIDTH - SIDE_WIDTH - EDGE;
  return (
    <g>
      <text x={x} y={HEAD + 11}>{title}</text>
      {buttons.map((one, at) => (
        <Button key={one.label} {...one} x={x} width={SIDE_WIDTH} y={HEAD + 20 + at * BUTTON} />
      ))}
    </g>
  );
}

export function BankPicture({ name }: { name: PictureName }): JSX.Element {
  const page: Drawn = drawn[name];
  const { title, fields = [], choice, buttons = [], side, said } = page;
  const height = heightOf(page);
  const width = WIDTH - EDGE - (side ? SIDE_WIDTH + EDGE : 0);
  const below = HEAD + fields.length * FIELD + (choice ? BUTTON : 0) + (said === undefined ? 0 : 32);
  return (
    <svg class="picture" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
      <rect class="picture-page" x="1" y="1" width={WIDTH - 2} height={height - 2} rx="8" />
      <path class="picture-head" d={`M1 32V9a8 8 0 0 1 8-8h${WIDTH - 18}a8 8 0 0 1 8 8v23z`} />
      <text class="picture-title" x={EDGE} y="22">{title}</text>
      {fields.map((one, at) => (
        <Field key={one.label} {...one} y={HEAD + at * FIELD} width={width} />
      ))}
      {choice && <Choice choice={choice} y={HEAD} />}
      {said !== undefined && <Said said={said} y={HEAD} />}
      {buttons.map((one, at) => (
        <Button key={one.label} {...one} x={EDGE} width={width - EDGE} y={below + at * BUTTON} />
      ))}
      {side && <Side {...side} />}
    </svg>
  );
}

/** The tag in the browser's toolbar, and under it our window with the button that fills. */
export function OwnPicture(): JSX.Element {
  const words = useWords(popupWords);
  return (
    <svg class="picture picture-own" viewBox="0 0 220 152" aria-hidden="true" focusable="false">
      <rect class="picture-page" x="1" y="1" width="218" height="34" rx="8" />
      <rect class="picture-field" x="12" y="9" width="150" height="18" rx="9" />
      <path class="picture-plate" d="M184 12h10l3 3.5V27h-16V15.5z" />
      <rect class="picture-mark" x="174" y="5" width="30" height="27" rx="7" />
      <path class="picture-page" d="M26 50a8 8 0 0 1 8-8h140l9-7 9 7h12a8 8 0 0 1 8 8v92a8 8 0 0 1-8 8H34a8 8 0 0 1-8-8z" />
      <text class="picture-title" x="42" y="66">{words.name}</text>
      <text class="picture-code" x="42" y="97">••• •••</text>
      <Button label={words.site.fill} marked x={42} width={154} y={104} />
    </svg>
  );
}
