/** What a customer typed to find an institution → its name without the kind, and the kind, however either was written. */
import type { Institution } from './profile.ts';
import { readingKey } from './reading.ts';

type Kind = Institution['kind'];

/** 北海道しんきん is both: something called so, and 北海道 of the kind 信用金庫. */
export interface Query {
  /** '' where only a kind was typed. */
  stem: string;
  /** Its reading as one key; '' for none. */
  key: string;
  /** Null where none was typed: either. */
  kinds: readonly Kind[] | null;
}

const KANJI: [word: string, kind: Kind][] = [
  ['信用金庫', 'shinkin'],
  ['信金', 'shinkin'],
  ['信用組合', 'credit-union'],
  ['信組', 'credit-union'],
];
/** しんきん, しんようきんこ; しんくみ, しんようくみあい. */
const READINGS: [key: string, kind: Kind][] = [
  ['sinkin', 'shinkin'],
  ['sinyokinko', 'shinkin'],
  ['sinkumi', 'credit-union'],
  ['sinyokumiai', 'credit-union'],
];
/** しん: while somebody is typing, the kind is not written out yet. */
const LEAST = 'sin';
/** しんようくみあい in Hepburn with a hyphen before it. */
const LONGEST = 18;
const AROUND = /^the(?=[a-z])|bank$|credit(?:union|cooperative)$/gi;

/** Forms of one character that people take for one another; both sides are folded. */
const FORMS: Record<string, string> = {
  縣: '県', 瀧: '滝', 濱: '浜', 濵: '浜', 澤: '沢', 髙: '高', 﨑: '崎', 嵜: '崎', 邊: '辺', 邉: '辺', 廣: '広', 國: '国', 嶋: '島',
  德: '徳', 會: '会', 齋: '斎', 斉: '斎', 櫻: '桜', 驛: '駅', 惠: '恵', 冨: '富', 之: 'の', ノ: 'の', 乃: 'の', ヶ: 'ケ', ヵ: 'カ',
};

/** A name in kanji as it is compared. */
export function plainName(text: string): string {
  return Array.from(text.normalize('NFKC').replace(/\s/g, ''), (char) => FORMS[char] ?? char).join('');
}

const asQuery = (stem: string, kinds: Query['kinds']): Query => ({ stem, key: readingKey(stem), kinds });

/** Every way to part the end of `plain` off as a kind, in kana or rōmaji. */
function readTails(plain: string): Query[] {
  const chars = Array.from(plain);
  const queries: Query[] = [];
  for (let at = Math.max(0, chars.length - LONGEST); at < chars.length; at++) {
    const tail = readingKey(chars.slice(at).join(''));
    const kinds = tail.startsWith(LEAST) ? READINGS.filter(([key]) => key.startsWith(tail)).map(([, kind]) => kind) : [];
    if (kinds.length > 0) queries.push(asQuery(chars.slice(0, at).join(''), kinds));
  }
  return queries;
}

/** The text as it stands comes first. Empty for an empty text. */
export function readQuery(text: string): Query[] {
  const whole = plainName(text);
  if (whole === '') return [];
  const plain = whole.replace(AROUND, '') || whole;
  const kanji = KANJI.find(([word]) => plain.endsWith(word));
  const parted: Query[] = kanji ? [asQuery(plain.slice(0, -kanji[0].length), [kanji[1]])] : readTails(plain);
  return [asQuery(plain, null), ...parted];
}
