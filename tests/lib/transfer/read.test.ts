import { describe, expect, it } from 'vitest';
import { otpauthOf } from '../../../lib/transfer/otpauth.ts';
import { MOST_TEXT } from '../../../lib/transfer/problems.ts';
import { readSource, type Source } from '../../../lib/transfer/read.ts';
import { sealFile } from '../../../lib/transfer/sealed-file.ts';
import { chanceOf } from '../chance.ts';
import { aegisEntry, aegisFile, field, found, message, migrationOf, migrationUri, parameters, problemIn } from './builders.ts';
import { random, RFC_SECRET, STRETCHED, tokenIn, twofasFile, twofasService, WAY } from './builders.ts';

const LINE = otpauthOf(found());
const problems = (text: string): string | string[] => {
  const source = readSource(text);
  if (source.kind === 'problem') return source.problem;
  return source.kind === 'sealed' ? 'sealed' : source.entries.map(problemIn);
};

describe('a text', () => {
  it('is known by what it holds', async () => {
    expect(readSource(LINE)).toEqual({ kind: 'entries', entries: [{ ok: true, token: found() }], batch: null });
    expect(readSource(migrationOf([found()], 5))).toMatchObject({ kind: 'entries', entries: [{ ok: true }], batch: { id: 5, index: 0, size: 1 } });
    expect(problems(aegisFile([aegisEntry()]))).toEqual(['none']);
    expect(problems(twofasFile([twofasService()]))).toEqual(['none']);
    expect(readSource(await sealFile([found()], WAY, STRETCHED, random))).toEqual({ kind: 'sealed', way: WAY });
  });
  it('may have blank lines, spaces around, a byte order mark and any line ends', () => {
    for (const text of [`\ufeff${LINE}`, `  ${LINE}\t`, `\r\n\r\n${LINE}\r\n`, `\u3000${LINE}`]) expect(problems(text)).toEqual(['none']);
    for (const end of ['\n', '\r\n', '\r', '\n\n', ' \r\n\ufeff'])
      expect(problems([LINE, LINE, LINE].join(end))).toEqual(['none', 'none', 'none']);
    expect(problems(`${LINE}\n   \n\u3000\t\n\ufeff\n${LINE}`)).toEqual(['none', 'none']);
    expect(problems(`\ufeff\n ${aegisFile([aegisEntry()])}\r\n`)).toEqual(['none']);
  });
  it('gives the tokens of the good lines beside a bad one', () => {
    expect(problems(`${LINE}\n\nhello\notpauth://totp/a?secret=1\notpauth://steam/a?secret=${RFC_SECRET}\n${LINE}`)).toEqual(['none', 'kind-unknown', 'secret-garbled', 'kind-unknown', 'none']);
  });
  it('is put together where a line was wrapped and its rest names a parameter', () => {
    for (const end of ['\n', '\r\n', ' \n\t']) {
      const at = (...lines: string[]): Source => readSource(`hello${end}${lines.join(end)}${end}${end}hello`);
      const whole = expect.objectContaining({ entries: [expect.anything(), { ok: true, token: found({ digits: 8, period: 60 }) }, expect.anything()] });
      const [head, tail] = ['otpauth://totp/Example:hanako@example.com?issuer=Example&', '&digits=8&period=60'];
      expect(at(`${head}secret=GEZDGNBVGY3TQOJQ`, `GEZDGNBVGY3TQOJQ${tail}`)).toEqual(whole);
      expect(at(head, `secret=${RFC_SECRET}${tail}`)).toEqual(whole);
      expect(at(`${head}secret=GEZDGNBV`, 'GY3TQOJQGEZDGNBV', `GY3TQOJQ${tail}`)).toEqual(whole);
      expect(at(`${head}secret=${RFC_SECRET}&dig`, 'its=8&period=60')).toEqual(whole);
    }
  });
  it('gives no token of a line that may go on in the next one, whatever that says', () => {
    const half = 'otpauth://totp/Bank:me?issuer=Bank&secret=JBSWY3DPEHPK3PXP';
    const rests = ['JBSWY3DPEHPK3PXP', 'JBSW Y3DP', 'Google', '手帳', '1', `JBSWY3DPEHPK3PXP\nother`, 'JBSWY3DPEHPK3PXP&digits=8&period=60\nother'];
    for (const rest of rests) {
      const held = { ok: false, label: 'Bank: me', problem: 'line-wrapped' };
      expect(readSource(`${half}\n${rest}`), rest).toEqual({ kind: 'entries', entries: [held], batch: null });
      expect(problems(`${half}=\r\n${rest}\r\n${LINE}`), rest).toEqual(['line-wrapped', 'none']);
    }
    for (const cut of ['&period=6\n0', '&digits=\n8', '&algo\nrithm=SHA256']) expect(problems(half + cut), cut).toEqual(['line-wrapped']);
    for (const next of ['\nhello', 'https://example.com', 'otpauth:x']) expect(problems(`${half}\n${next}`), next).toEqual(['none', 'kind-unknown']);
  });
  it('may hold several migrations, but no half of one', () => {
    const migration = migrationOf([found(), found()]);
    expect(problems(`${migration}\n${LINE}\n${migration}`)).toEqual(Array.from({ length: 5 }, () => 'none'));
    expect(problems(`${LINE}\n${migration.slice(0, -12)}`)).toBe('migration-garbled');
  });
  it('is in any case of the scheme', () => {
    expect(problems(LINE.replace('otpauth://totp', 'OTPAUTH://TOTP'))).toEqual(['none']);
    expect(problems(migrationOf([found()]).replace('otpauth-migration', 'OTPAUTH-Migration'))).toEqual(['none']);
  });
  it('is refused as a whole when nothing is known about it', () => {
    for (const text of ['', ' \r\n\ufeff']) expect(problems(text)).toBe('empty');
    for (const text of ['hello', 'https://example.com', RFC_SECRET, '[]', '[{}]', 'null', '"otpauth://"', '{}', '{"format":"other"}', 'x otpauth://totp/a', 'otpauth', '<xml/>'])
      expect(problems(text)).toBe('unknown-format');
    for (const text of ['{', '{"db":', '{"services":[}', '{} {}']) expect(problems(text)).toBe('file-garbled');
    for (const text of ['otpauth:', 'otpauth:totp', 'otpauth:/totp/a']) expect(problems(text)).toBe('uri-garbled');
    for (const text of ['otpauth-migration:', 'otpauth-migration://offline']) expect(problems(text)).toBe('migration-garbled');
  });
  it('has at most 4 MiB and 1,000 lines', () => {
    expect(problems(' '.repeat(MOST_TEXT))).toBe('empty');
    expect(problems(' '.repeat(MOST_TEXT + 1))).toBe('too-large');
    const lines = (count: number): string => Array.from({ length: count }, () => LINE).join('\n\n');
    expect(problems(lines(1000))).toHaveLength(1000);
    expect(problems(lines(1001))).toBe('too-many');
    expect(problems([migrationOf(Array.from({ length: 999 }, () => found())), LINE, LINE].join('\n'))).toBe('too-many');
  });
  it('never shares a secret between entries, so that one may be wiped', () => {
    const source = readSource(`${LINE}\n${LINE}`);
    const [one, other] = source.kind === 'entries' ? source.entries.map(tokenIn) : [];
    one?.secret.fill(0);
    expect(other?.secret).toEqual(found().secret);
  });
});

/** Answers within a second of this thread's own time: what else the machine does is not the text's fault. */
function expectSoon(text: string, what: string): Source {
  const before = process.threadCpuUsage();
  const source = readSource(text);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000, what).toBeLessThan(1000);
  return source;
}


const fill = (head: string, unit: string, tail = ''): string => head + unit.repeat(Math.floor((MOST_TEXT - head.length - tail.length) / unit.length)) + tail;
const base64 = (length: number, unit: number[]): string => Buffer.alloc(length, Buffer.from(unit)).toString('base64url');
const SEALED = `{"format":"kagifuda-export","version":1,"salt":"${WAY.salt}","memory":65536,"passes":3,"lanes":1,"sealed":"`;

describe('a text of 4 MiB that somebody made to harm', () => {
  const LONG_FIELD = [0x10, ...Array.from({ length: 9 }, () => 255), 1];
  const cases: [what: string, text: () => string][] = [
    ['brackets', () => fill('', '[')],
    ['brackets in an object', () => fill('{"db":', '[')],
    ['nested objects', () => fill('', '{"a":')],
    ['nested lists that are closed', () => `{"header":1,"db":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`],
    ['nested where services are', () => `{"services":[${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}]}`],
    ['many keys', () => `{${Array.from({ length: 300_000 }, (_, at) => `"k${at}":0`).join(',')}}`],
    ['many entries', () => `{"version":1,"header":1,"db":{"entries":[${'0,'.repeat(1_900_000)}0]}}`],
    ['line ends', () => fill('otpauth:', '\n', 'x')],
    ['lines behind a URI', () => fill('otpauth:\n', 'x\n')],
    ['line ends and spaces', () => fill('otpauth:\n', '\n   ', 'x')],
    ['blank lines', () => fill('otpauth:\n', ' \r\n', 'x')],
    ['byte order marks', () => fill('', '\ufeff', 'x')],
    ['padding without an end', () => fill('otpauth://totp/a?secret=', '=', 'x')],
    ['a long secret', () => fill('otpauth://totp/a?secret=', 'A')],
    ['many parameters', () => fill('otpauth://totp/a?', 'digits&')],
    ['empty parameters', () => fill('otpauth://totp/a?', '&')],
    ['colons', () => fill('otpauth://totp/', ':', `?secret=${RFC_SECRET}`)],
    ['spaces in a name', () => fill('otpauth://totp/a', ' ', `b?secret=${RFC_SECRET}`)],
    ['turned writing', () => fill('otpauth://totp/', '\u202e', `?secret=${RFC_SECRET}`)],
    ['halves of pairs', () => fill('otpauth://totp/', '\ud83d', `?secret=${RFC_SECRET}`)],
    ['percent signs', () => fill('otpauth://totp/', '%', `?secret=${RFC_SECRET}`)],
    ['slashes', () => fill('otpauth:', '/')],
    ['data without an end', () => fill('otpauth-migration://offline?', 'data=&')],
    ['padding of data', () => fill('otpauth-migration://offline?data=', '=', 'x')],
    ['empty accounts', () => `otpauth-migration://offline?data=${base64(780_000, [0x0a, 0])}`],
    ['small fields', () => `otpauth-migration://offline?data=${base64(780_000, [0x10, 1])}`],
    ['long fields', () => `otpauth-migration://offline?data=${base64(779_999, LONG_FIELD)}`],
    ['several long migrations', () => Array.from({ length: 4 }, () => `otpauth-migration://offline?data=${base64(779_999, LONG_FIELD)}`).join('\n')],
    ['a long sealed file', () => `${fill(SEALED, 'AAAA').slice(0, -8)}"}`],
    ['noise', () => Buffer.from(random(MOST_TEXT)).toString('latin1')],
    ['noise behind the scheme', () => `otpauth://totp/${Buffer.from(random(MOST_TEXT - 20)).toString('latin1')}`],
  ];
  it.each(cases)('is answered within a second: %s', (what, text) => {
    const source = expectSoon(text(), what);
    if (source.kind === 'entries') expect(source.entries.length).toBeLessThanOrEqual(1000);
  }, 30_000);
});

describe('ten thousand changed sources', () => {
  const SIGNS = ['', '"', '{', '[', ']', '}', ',', ':', '\\', '%', '&', '=', '?', '#', '\n', '\u0000', '\ufeff', '\u202e', '\ud800', '９'];
  const PIECES = [...SIGNS, '%00', '%E3%81', '-1', '1e999', 'null', 'true', '"__proto__":', 'otpauth://', 'A'.repeat(300)];

  it('are all answered, and what they give are tokens within bounds', async () => {
    const sources = [
      LINE,
      otpauthOf(found({ issuer: '信用金庫', account: 'a:b', counter: 12, algorithm: 'SHA-512', digits: 8 })),
      [LINE, LINE].join('\r\n'),
      migrationOf([found(), found({ counter: 5 })]),
      migrationUri(message(field(1, parameters(found())), field(3, 2), field(4, 1), field(5, -9))),
      aegisFile([aegisEntry(), aegisEntry({ type: 'hotp' }, { counter: 1 })]),
      twofasFile([twofasService(), twofasService({}, { tokenType: 'HOTP', counter: 1 })]),
      await sealFile([found()], WAY, STRETCHED, random),
    ];
    const chance = chanceOf('changed sources');
    let tokens = 0;
    for (let run = 0; run < 10_000; run++) {
      let text = sources[run % sources.length] ?? '';
      for (let change = 0; change <= chance.below(3); change++) {
        const at = chance.below(text.length + 1);
        const unit = String.fromCharCode(chance.below(chance.yes(0.5) ? 128 : 65_536));
        const piece = chance.yes(0.5) ? chance.one(PIECES) : unit;
        text = text.slice(0, at) + piece + text.slice(at + chance.below(chance.below(8) === 0 ? 60 : 3));
      }
      const source = expectSoon(text, JSON.stringify(text));
      if (source.kind !== 'entries') continue;
      for (const entry of source.entries) {
        if (!entry.ok) continue;
        tokens++;
        const { issuer, account, secret, digits, period, counter } = entry.token;
        expect(Math.max(issuer.length, account.length, secret.length)).toBeLessThanOrEqual(256);
        expect([6, 7, 8]).toContain(digits);
        expect(secret.length > 0 && period >= 1 && period <= 3600 && (counter === null || Number.isSafeInteger(counter))).toBe(true);
        // Whatever was taken can be written and read again.
        expect(readSource(otpauthOf(entry.token))).toEqual({ kind: 'entries', entries: [entry], batch: null });
      }
    }
    expect(tokens).toBeGreaterThan(1000);
  }, 30_000);
});
