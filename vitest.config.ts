import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Browsers at once, of each kind: as many browsers as cores. Four on two cores are quicker by a sixth only, and pages hang for longer than a person would bear. */
const E2E_WORKERS = Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2)));

export default defineConfig({
  plugins: [preact()],
  define: { __MOCK_BANK_PORT__: '8790', __OWN_BANK__: 'null' },
  test: {
    coverage: {
      include: ['{lib,components,entrypoints}/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'json-summary'],
      // Counting is slow: a test that then takes too long takes nothing from what was counted.
      reportOnFailure: true,
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          globalSetup: ['tests/mock-bank-tests/pattern.ts'],
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/mock-bank-tests/postgres/**'],
          // An embedded database starts in one second, or in fifteen when the machine has other work.
          hookTimeout: 60_000,
        },
      },
      {
        // The bank's tests again, on PostgreSQL, and those that need several processes on one database.
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/mock-bank-tests/**/*.test.ts'],
          globalSetup: ['tests/mock-bank-tests/postgres/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/browser/build-once.ts', 'tests/e2e/browser/profile-once.ts', 'tests/mock-bank-tests/pattern.ts'],
          maxWorkers: E2E_WORKERS,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
