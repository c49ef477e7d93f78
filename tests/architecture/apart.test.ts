/** What shares no code with what it is to check. */
import { describe, expect, it } from 'vitest';
import { codeOf, filesOf, importsOf, isIn, read, sources } from './sources.ts';

const SHIPPED = /^(?:lib|components|entrypoints)\//;
const isBesideTheBank = (to: string): boolean => /^(?:\.|lib|components|entrypoints|scripts|tests)(?:\/|$)/.test(to) && !isIn(to, 'tests/mock-bank/');
const arrows = (files: string[], wrong: (to: string) => boolean): string[] =>
  files.flatMap(importsOf).filter(({ to }) => wrong(to)).map(({ from, to }) => `${from} → ${to}`);

describe('the mock bank', () => {
  const bank = filesOf('tests/mock-bank/**/*.ts');

  it('imports nothing but its own files and packages', () => {
    expect(bank.length).toBeGreaterThan(100);
    expect(arrows(bank, isBesideTheBank)).toEqual([]);
    expect(bank.filter((file) => /\bimport\(|\brequire\(/.test(codeOf(file)))).toEqual([]);
  });
});

describe('the tool that opens a vault', () => {
  const tool = 'tests/tools/open-vault.ts';

  it('has nothing of ours, and under 100 lines', () => {
    expect(arrows([tool], (to) => !to.startsWith('node:') && to !== 'hash-wasm')).toEqual([]);
    expect(read(tool).split('\n').length - 1).toBeLessThan(100);
  });
});

describe('what is shipped', () => {
  it('has nothing of tests and scripts', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(arrows(sources, (to) => /^(?:tests|scripts)\//.test(to))).toEqual([]);
  });

  it('is not imported by the set-up, which runs before anything is there', () => {
    const scripts = filesOf('scripts/*.mjs');
    expect(scripts.length).toBeGreaterThan(2);
    expect(arrows(scripts, (to) => SHIPPED.test(to) || !(to.startsWith('node:') || to.startsWith('scripts/')))).toEqual([]);
  });
});
