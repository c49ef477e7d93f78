/** Mutations of the header's JSON: by a forger, who can make its sum anew, though never its MAC; and the same by accident. */
import { toBase64url } from '../../../lib/bytes.ts';
import type { Chance } from '../chance.ts';
import { sumOf } from '../../../lib/vault/stored.ts';
import type { ImageChange } from './mutations-bytes.ts';
import { imageOf } from './mutations-disk.ts';
import type { World } from './mutations-world.ts';

type Json = Record<string, unknown>;
type TextChange = (text: string, chance: Chance, world: World) => string;

function isList(value: unknown): value is Json[] {
  return Array.isArray(value);
}

const listIn = (header: Json, name: string): Json[] => {
  const { [name]: list } = header;
  return isList(list) ? list : [];
};

/** The text of the header, changed; with its sum made anew (`forged`) or left as it was. */
export function onText(change: TextChange, forged: boolean): ImageChange {
  return ({ header, records }, chance, world) => {
    if (!header) return { header, records };
    const text = new TextDecoder().decode(header.body);
    let next = text;
    for (let draw = 0; next === text && draw < 50; draw++) next = change(text, chance, world);
    if (next === text) throw new Error('this mutation changes nothing');
    const body = new Uint8Array(new TextEncoder().encode(next));
    return { header: { ...header, body, sum: forged ? sumOf(body, header.mac) : header.sum }, records };
  };
}

const onJson =
  (change: (header: Json, chance: Chance, world: World) => unknown): TextChange =>
  (text, chance, world) => {
    const header: Json = JSON.parse(text);
    return JSON.stringify(change(header, chance, world) ?? header);
  };

const put = (names: string | string[], ...values: unknown[]): TextChange =>
  onJson((header, chance) => ({ ...header, [typeof names === 'string' ? names : chance.one(names)]: chance.one(values) }));

const KEYS = ['format', 'vaultId', 'generation', 'slots', 'loss', 'lossHidden', 'manifest'];

const inKind =
  (kind: string) =>
  (name: string, ...values: unknown[]): TextChange =>
    onJson((header, chance) => {
      const slots = listIn(header, 'slots').map((slot) => (slot['kind'] === kind ? { ...slot, [name]: chance.one(values) } : slot));
      return { ...header, slots };
    });

const inSlot = inKind('passphrase');
const inPasskey = inKind('passkey');

const onList = (name: string, change: (list: Json[], chance: Chance, world: World) => unknown): TextChange =>
  onJson((header, chance, world) => ({ ...header, [name]: change(listIn(header, name), chance, world) }));

const exchanged = (list: Json[], key: string): Json[] =>
  list.map((one, index) => ({ ...one, [key]: list[(index + 1) % list.length]?.[key] }));

function theirSlots({ foreign }: World): Json[] {
  const { header } = imageOf(foreign.same);
  return listIn(JSON.parse(new TextDecoder().decode(header?.body)), 'slots');
}

/** As schema 1 wrote the same content. */
const asFirst = ({ lossHidden: _hidden, ...header }: Json): Json => ({
  ...header,
  schema: 1,
  slots: listIn(header, 'slots').flatMap(({ madeAt: _madeAt, ...slot }) => (slot['kind'] === 'passphrase' ? [slot] : [])),
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const HUGE = '1'.repeat(400);
const WRONG = [null, '65536', -1, 0, 1.5, 1e300, true, [], {}];

export const PARAMETER_CHANGES: Record<string, TextChange> = {
  'memory lowered': inSlot('memory', 8192, 16_384, 65_535),
  'memory raised': inSlot('memory', 65_537, 131_072, 262_144),
  'memory absurd': inSlot('memory', 1, 4_194_304, 2 ** 40, ...WRONG),
  'passes lowered': inSlot('passes', 1, 2),
  'passes raised': inSlot('passes', 4, 5, 10),
  'passes absurd': inSlot('passes', 11, 1000, 2 ** 31, ...WRONG),
  'more work than ever': onJson((header) => ({
    ...header,
    slots: listIn(header, 'slots').map((slot) => (slot['kind'] === 'passphrase' ? { ...slot, memory: 262_144, passes: 10 } : slot)),
  })),
  'lanes changed': inSlot('lanes', 2, 3, 4),
  'lanes absurd': inSlot('lanes', 5, 64, 2 ** 31, ...WRONG),
  'another salt': inSlot('salt', toBase64url(new Uint8Array(16).fill(1)), toBase64url(new Uint8Array(32).fill(2))),
  'a salt that is none': inSlot('salt', '', 'A', 'AAAA', '='.repeat(22), toBase64url(new Uint8Array(33)), 7, null),
};

export const FORGERIES: Record<string, TextChange> = {
  ...PARAMETER_CHANGES,
  'a slot of another vault': onList('slots', (slots, chance, world) => (chance.yes(0.5) ? [...theirSlots(world), ...slots] : [...slots, ...theirSlots(world)])),
  'a slot twice': onList('slots', (slots) => [...slots, ...slots]),
  'a slot gone': onList('slots', (slots, chance) => [chance.one(slots)]),
  'another credential': inPasskey('credentialId', 'AAAA', 'AQ', toBase64url(new Uint8Array(1023))),
  'a credential that is none': inPasskey('credentialId', '', 'A', 'AB', '====', 'A'.repeat(1365), 7, null),
  'another salt of a passkey': inPasskey('salt', toBase64url(new Uint8Array(16)), toBase64url(new Uint8Array(32)), 'AB', ''),
  'no slot': put('slots', [], null, {}, 'slots'),
  'seventeen slots': onList('slots', (slots) => Array.from({ length: 17 }, () => slots[0])),
  'sealed keys exchanged': onList('slots', (slots) => exchanged(slots, 'sealed')),
  'slot ids exchanged': onList('slots', (slots) => exchanged(slots, 'id')),
  'slot kinds exchanged': onList('slots', (slots) => exchanged(slots, 'kind')),
  'another key in a slot': inSlot('sealed', toBase64url(new Uint8Array(60)), 'A', 'A'.repeat(80), null),
  'a list without records': put('manifest', []),
  'a line less in the list': onList('manifest', (lines) => lines.slice(1)),
  'a line twice in the list': onList('manifest', (lines) => [...lines, ...lines.slice(0, 1)]),
  'digests exchanged': onList('manifest', (lines) => exchanged(lines, 'digest')),
  'numbers changed in the list': onList('manifest', (lines) => lines.map((line) => ({ ...line, seq: 77 }))),
  'a false telephone number': onList('loss', (lines) => lines.map((line) => ({ ...line, telephone: '0990-666-666' }))),
  'a loss kit gone': put('loss', []),
  'a loss kit hidden': onJson((header) => ({ ...header, lossHidden: true, loss: [] })),
  'another name of the vault': put('vaultId', 'AAAAAAAAAAAAAAAAAAAAAA', '', null, 7, 'x'.repeat(65)),
  'a higher generation': put('generation', 13, 1000, 2 ** 40, Number.MAX_SAFE_INTEGER),
  'a lower generation': put('generation', 1, 2, 3),
  'a generation that is none': put('generation', 0, -1, 1.5, 1e300, '9', null),
  'another format': put('format', 'kagifudo', null, 7),
  'a schema that never was': put('schema', 0, -1, 1.5, '2', null, [2]),
  'schema 1 again': onJson(asFirst),
  'schema 1 with what it did not know': put('schema', 1),
  'a key more': onJson((header, chance) => ({ ...header, [chance.one(['note', '', 'constructor', 'toJSON'])]: 1 })),
  'a key less': put(KEYS, undefined),
  'a key twice': (text, chance) => text.replace('{', `{${chance.one(['"generation":1', '"schema":2', '"slots":[]', '"vaultId":"x"'])},`),
  '__proto__': (text, chance) => text.replace('{', `{"__proto__":${chance.one(['null', '{}', '{"generation":1}', text])},`),
  'huge numbers': (text, chance) => text.replace(/"generation":\d+/, `"generation":${chance.one([HUGE, `0.${HUGE}`, '1e999', '-0', '9007199254740993'])}`),
  'deep nesting': (text, chance) => text.replace('"manifest":', `"manifest":${'['.repeat(chance.one([1, 100, 10_000]))}`),
  'lists in lists': (_text, chance) => nested(chance.one([1, 100, 10_000])),
  'no object': (_text, chance) => chance.one(['null', '0', '"kagifuda"', '[]', 'true', '', ' ', '{', '\uFEFF{}', 'NaN']),
  'a mark of byte order': (text) => `\uFEFF${text}`,
  'spaces between': (text) => JSON.stringify(JSON.parse(text), null, 1),
  'a long text': (text) => text.replace('"loss":', `"loss":${JSON.stringify([{ token: 'x'.repeat(20_000) }])},"loss":`),
};

/** What a later version of the program would say of itself; nobody but its key can tell that this is none. */
export const LATER: TextChange = put('schema', 3, 4, 1000);
