import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'demo/**/*.test.ts', 'bench/**/*.test.ts', 'docs/**/*.test.ts'],
    globalSetup: ['src/platform/database/testing/server.ts'],
    // Two cores: more workers only make each test wait longer for its database.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
