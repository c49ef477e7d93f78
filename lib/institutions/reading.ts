/**
 * A reading of a name as one key, however it was written: hiragana, katakana (large or small kana),
 * half-width kana, Hepburn or Kunrei rōmaji. The key is Kunrei-like, without long vowels.
 */

const ROWS: Record<string, string> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  g: 'ガギグゲゴ',
  s: 'サシスセソ',
  z: 'ザジズゼゾ',
  t: 'タチツテト',
  d: 'ダヂヅデド',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  b: 'バビブベボ',
  p: 'パピプペポ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
};
const IRREGULAR: Record<string, string> = { ヤ: 'ya', ユ: 'yu', ヨ: 'yo', ワ: 'wa', ヲ: 'o', ン: 'n', ヴ: 'bu', ー: '' };
const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';

function syllable(kana: string): string {
  const irregular = IRREGULAR[kana];
  if (irregular !== undefined) return irregular;
  for (const [consonant, row] of Object.entries(ROWS)) {
    const vowel = row.indexOf(kana);
    if (vowel >= 0) return consonant + 'aiueo'.charAt(vowel);
  }
  return kana;
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
}

/** Hepburn spellings and common variants to the key's own. Order matters. */
const SPELLINGS: [RegExp, string][] = [
  [/tch/g, 'tuty'],
  [/sh/g, 'sy'],
  [/ch/g, 'ty'],
  [/ts/g, 't'],
  [/j/g, 'zy'],
  [/f/g, 'h'],
  [/d[zi]?u/g, 'zu'],
  [/di/g, 'zi'],
  [/yi/g, 'i'],
  [/([kstp])\1/g, 'tu$1'],
  [/m(?=[bpm])/g, 'n'],
  [/n+/g, 'n'],
  [/([bcdghkmnprstz])iy([auo])/g, '$1y$2'],
  [/zyy/g, 'zy'],
  [/o(?:h(?![aeiouy])|[ou])+/g, 'o'],
  [/u{2,}/g, 'u'],
];

/** Kana and rōmaji in `text` as one key; whatever is neither stays as it is. */
export function readingKey(text: string): string {
  const kana = toKatakana(text.normalize('NFKC'));
  const plain = Array.from(kana, (char) => syllable(LARGE.charAt(SMALL.indexOf(char)) || char)).join('');
  const letters = plain.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’\s-]/g, '');
  return SPELLINGS.reduce((key, [from, to]) => key.replace(from, to), letters);
}
