// Browser tests run the product as it ships (`node bin/start.mjs`) against real servers, in the machine's Chromium.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '@/bin/chromium.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found: apt-get install -y chromium, or set CHROMIUM_PATH.');

export default defineConfig({
  testDir: '.',
  globalSetup: './build',
  // Each test starts servers of its own on free ports; one at a time keeps their timing honest on two cores.
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  retries: 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  outputDir: '../../test-results',
  use: { launchOptions: { executablePath, args: CHROMIUM_FLAGS }, trace: 'off' },
});
