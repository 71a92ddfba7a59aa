import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'demo/**/*.test.ts', 'bench/**/*.test.ts', 'docs/**/*.test.ts'],
    globalSetup: ['src/platform/database/testing/server.ts'],
    // Two cores: more workers only make each test wait longer for its database.
    maxWorkers: 2,
    // A test waits for a condition; how long that takes is the machine's affair, and these only end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
