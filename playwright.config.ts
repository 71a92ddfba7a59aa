import { defineConfig } from '@playwright/test';

const rootless = process.getuid?.() !== 0;

/** The browser journeys: one worker, because they walk through one city; no retries, because a journey works or it does not. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'dist/e2e',
  globalSetup: './e2e/setup/program.ts',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // A journey waits for what it sees; how long that takes is the machine's affair, and these only end what hangs.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's own sandbox refuses to start as root; and a test's browser has nothing to ask of the internet.
      args: [
        ...(rootless ? [] : ['--no-sandbox']),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
