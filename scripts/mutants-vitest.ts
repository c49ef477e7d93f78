/**
 * What `npm run mutants` asks of each changed line: the tests of `lib/`. Without those that try thousands of cases at
 * random (what only they notice is noticed by luck), and without the three that take seconds each: they would be run
 * again for most changes. Vitest's projects can't be chosen from Stryker.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import config from '../vitest.config.ts';

/** The quick tests first: most changes are noticed by one of them, and then the others needn't run. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const took = (file: TestSpecification): number => this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
    return files.toSorted((a, b) => took(a) - took(b));
  }
}

export default defineConfig({
  ...config,
  test: {
    // At the lowest priority a test may wait long for its turn; how long a change may take, the runner says itself.
    testTimeout: 60_000,
    // A module is read once for all files: what it works out then isn't changed in a quick run anyway.
    isolate: process.env['KAGIFUDA_MUTANTS'] !== 'quick',
    sequence: { sequencer: QuickFirst },
    include: ['tests/lib/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
    exclude: [
      'tests/lib/enrolment/{model,fuzz,eavesdropper,bits}*.test.ts',
      'tests/lib/vault/{mutations,format}*.test.ts',
      'tests/lib/transfer/qr*.test.ts',
    ],
  },
});
