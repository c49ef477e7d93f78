/** What a form sent, in words: how much and of what kind, never the digits themselves. */
import type { Variant } from './variant.ts';

/** Values by name; a field that was sent twice has two. */
export type Sent = ReadonlyMap<string, readonly string[]>;

export interface Verdict {
  right: boolean;
  sentence: string;
  /** Every field of the page, and what was in it. */
  rows: [label: string, words: string][];
}

const FULL_WIDTH = '全角の数字は受け付けられません。半角数字6桁で入力してください。';
const SIX = '半角数字6桁で入力してください。';

/** Characters as people count them, not UTF-16 units. */
const lengthOf = (text: string): number => Array.from(text).length;
const isWide = (text: string): boolean => !/^\d*$/.test(text) && /^\d+$/.test(text.normalize('NFKC'));

function inWords(values: readonly string[]): string {
  const [value] = values;
  if (value === undefined) return '送られていません';
  if (values.length > 1) return `${values.length}回送られました`;
  if (value === '') return '空欄';
  if (/^\d+$/.test(value)) return `${value.length}桁の数字`;
  return isWide(value) ? `全角を含む${lengthOf(value)}桁の数字` : `${lengthOf(value)}文字`;
}

function sentenceFor(parts: (readonly string[])[]): string {
  if (parts.some((values) => values.length === 0)) return `入力欄が送られていません。${SIX}`;
  if (parts.some((values) => values.length > 1)) return `同じ入力欄が2回以上送られました。${SIX}`;
  const code = parts.flat().join('');
  if (code === '') return `何も入力されていません。${SIX}`;
  if (isWide(code)) return FULL_WIDTH;
  return `${inWords([code])}を受け取りました。${SIX}`;
}

/** Whatever was sent: the code is right when its fields, once each and in order, make six half-width digits. */
export function verdictOn({ asked, beside = [] }: Pick<Variant, 'asked' | 'beside'>, sent: Sent): Verdict {
  const valuesOf = (name: string): readonly string[] => sent.get(name) ?? [];
  const parts = asked.map(({ name }) => valuesOf(name));
  const right = parts.every(({ length }) => length === 1) && /^\d{6}$/.test(parts.flat().join(''));
  const rows = [...asked, ...beside].map(({ name, label }): [string, string] => [label, inWords(valuesOf(name))]);
  return { right, sentence: right ? '6桁の数字を受け取りました' : sentenceFor(parts), rows };
}
