/**
 * What `npm run mutants` asks of each changed line: the tests of `lib/`. Without those that try thousands of cases at
 * random: they take minutes, and what only they notice is noticed by luck. Vitest's projects can't be chosen from Stryker.
 */
import { defineConfig } from 'vitest/config';
import config from '../vitest.config.ts';

export default defineConfig({
  ...config,
  test: {
    include: ['tests/lib/**/*.test.ts', 'tests/vectors/**/*.test.ts'],
    exclude: ['tests/lib/enrolment/{model,fuzz}*.test.ts', 'tests/lib/vault/mutations*.test.ts', 'tests/lib/transfer/qr*.test.ts'],
  },
});
