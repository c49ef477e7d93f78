/** Which process runs what: everything that a script of ours brings along, through all that it imports. */
import { describe, expect, it } from 'vitest';
import { codeOf, filesOf, isIn, reachedFrom, sources } from './sources.ts';

const BACKGROUND = 'entrypoints/background/index.ts';
/** In the pages of banks. */
const [SENTINEL, READER, HAND] = ['entrypoints/sentinel/index.ts', 'entrypoints/reader/index.ts', 'entrypoints/hand/index.ts'];
const scripts = filesOf('entrypoints/*/{index,main}.{ts,tsx}').toSorted();
const others = scripts.filter((script) => script !== BACKGROUND);

const reached = new Map(scripts.map((script) => [script, reachedFrom(script)]));
const by = (script: string): string[] => reached.get(script) ?? expect.unreachable();
/** "who → what" for each of these places that one of the scripts brings along. */
const bringing = (who: string[], places: string[]): string[] =>
  who.flatMap((script) => by(script).filter((file) => places.some((place) => isIn(file, place))).map((file) => `${script} → ${file}`));

describe('the background', () => {
  it('is one script of many', () => {
    expect(scripts.length).toBeGreaterThan(15);
    expect(scripts).toEqual(expect.arrayContaining([BACKGROUND, SENTINEL, READER, HAND]));
    expect(by(BACKGROUND).length).toBeGreaterThan(100);
  });

  it('alone opens the vault, speaks to an issuer and makes codes', () => {
    const own = ['lib/vault/', 'lib/enrolment/', 'lib/otp/', 'lib/codes.ts', 'lib/clock.ts', 'lib/rights.ts', 'lib/messages/serve.ts', 'lib/messages/asks.ts'];
    // Only asks a worker, and gives its answer on.
    const stretching = 'lib/vault/stretcher.ts';
    expect(bringing(others, own).filter((line) => !line.endsWith(` → ${stretching}`))).toEqual([]);
    expect(reachedFrom(stretching)).toEqual([stretching]);
    expect(bringing([BACKGROUND], own).length).toBeGreaterThan(40);
  });

  it('alone reads what may be imported', () => {
    const own = filesOf('lib/transfer/*.ts').filter((file) => !/\/(?:problems|qr-reader|qr-limits)\.ts$/.test(file));
    expect(bringing(others, own)).toEqual([]);
  });

  it('shows no screen and stretches no passphrase', () => {
    const brought = bringing([BACKGROUND], ['components/', 'preact', 'hash-wasm', 'lib/vault/stretch.ts', 'lib/vault/stretcher.ts']);
    // It names the entry in the browser's menu.
    expect(brought).toEqual([`${BACKGROUND} → components/words-menu.ts`]);
  });
});

describe('the scripts in a page of a bank', () => {
  const ours = [SENTINEL, READER, HAND];

  it('bring no screen, no framework and no polyfill', () => {
    expect(bringing(ours, ['components/', 'preact', 'wxt/browser', 'webextension-polyfill'])).toEqual([]);
  });

  it('are apart: the sentinel reads no fields, the reader writes nothing, the hand has no rules of detection', () => {
    const all = filesOf('lib/autofill/*.ts');
    const carried = (script: string): string[] => by(script).filter((file) => all.includes(file)).map((file) => file.slice('lib/autofill/'.length, -'.ts'.length)).toSorted();
    // What two of them carry is looking at one element, or waiting for changes.
    expect(carried(SENTINEL)).toEqual(['attribute', 'sentinel', 'typed-fields', 'watch', 'worth']);
    expect(carried(READER)).toEqual([
      'attribute', 'box-lengths', 'boxes', 'candidate', 'channel', 'consecutive', 'detect', 'exchange', 'foreign', 'label', 'lookout', 'mentions', 'reader', 'receipt', 'role', 'row', 'section', 'shape', 'shown', 'targets', 'text', 'typed-fields', 'user-acts', 'watch', 'words',
    ]);
    expect(carried(HAND)).toEqual(['answer', 'attribute', 'box-lengths', 'bubble', 'card', 'drawn-anew', 'evidence', 'field-keys', 'fill', 'filling', 'hand', 'may-fill', 'offer', 'offer-style', 'offer-words', 'shown', 'text', 'usable']);
    const known = new Set(ours.flatMap(by));
    expect(all.filter((file) => !known.has(file))).toEqual(['lib/autofill/finding.ts']);
    expect(bringing([SENTINEL], ['lib/messages/', 'lib/refusal.ts'])).toEqual([]);
  });
});

describe('a page of ours', () => {
  it('that shows codes brings neither the directory nor a policy: somebody waits for it', () => {
    expect(bringing(['entrypoints/popup/main.tsx', 'entrypoints/sidepanel/main.tsx'], ['lib/institutions/directory.ts', 'lib/managed.ts', 'entrypoints/managed/'])).toEqual([]);
  });

  it('that looks institutions up reads the policy', () => {
    const knowing = scripts.filter((script) => by(script).includes('lib/institutions/directory.ts'));
    expect(knowing.length).toBeGreaterThan(3);
    expect(knowing.filter((script) => !by(script).includes('entrypoints/managed/policy.ts'))).toEqual([]);
  });

  it('has two workers: one stretches, one reads pictures; neither knows anything else', () => {
    const workers = new Set(sources.flatMap((file) => [...codeOf(file).matchAll(/new URL\('[./]*([\w./-]+\.worker\.ts)', import\.meta\.url\)/g)].map(([, path = '']) => path)));
    expect([...workers].toSorted()).toEqual(['lib/transfer/qr.worker.ts', 'lib/vault/stretch.worker.ts']);
    const [pictures, stretching] = [...workers].toSorted().map((worker) => reachedFrom(worker).filter((file) => /^(?:lib|components|entrypoints)\//.test(file)));
    expect(pictures?.every((file) => file.startsWith('lib/transfer/qr'))).toBe(true);
    expect(stretching?.filter((file) => file.startsWith('lib/vault/')).toSorted()).toEqual(['lib/vault/stretch.ts', 'lib/vault/stretch.worker.ts']);
  });
});

describe('a handshake', () => {
  it('is pure: nothing of it sends, keeps or asks for the time', () => {
    const pure = ['activation', 'commit', 'cpace', 'hpke', 'keys', 'provision', 'status', 'union', 'wire'].map((name) => `lib/enrolment/${name}.ts`);
    const impure = ['issuer', 'enrol', 'refresh'].map((name) => `lib/enrolment/${name}.ts`);
    const wrong = pure.flatMap((file) => reachedFrom(file).filter((one) => [...impure, 'lib/vault/', 'lib/clock.ts'].some((place) => isIn(one, place))).map((one) => `${file} → ${one}`));
    expect(wrong).toEqual([]);
    expect([...pure, ...impure, 'lib/enrolment/origins.ts', 'lib/enrolment/surroundings.ts'].toSorted()).toEqual(filesOf('lib/enrolment/*.ts').toSorted());
  });
});
