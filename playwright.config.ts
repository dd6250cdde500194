import { defineConfig } from '@playwright/test';
import { freePort } from './scripts/serve.mjs';
import { findChromium } from './scripts/setup.mjs';

// Workers read this file too: the port is drawn once and handed down.
process.env['BOOK_PORT'] ??= String(await freePort());
const home = `http://localhost:${process.env['BOOK_PORT']}/book/`;

/**
 * What Chromium is to leave out. Of such a switch the last counts: first what Playwright leaves out by itself. The list that
 * falls from the address bar is two pages more in every window, as much work as a lesson; a process kept ready is one more.
 */
const without = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
];
const always = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${without.join(',')}`,
];
/** WebGPU and WebGL2 in software, for machines without a graphics card. */
const softwareGpu = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan,WebGPU',
  '--use-webgpu-adapter=swiftshader',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
/** After so long, in milliseconds, what is waited for will not come. */
const HANGS = 120_000;
const executablePath = process.env['CHROMIUM_PATH'] ?? findChromium() ?? '';

export default defineConfig({
  // Node takes types away by itself, in a fifth of the time.
  build: { external: ['**/*'] },
  testDir: 'tests/pages',
  outputDir: 'test-results',
  // Two cores, and learners that train: more workers only wait for each other.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Learners train for real, on machines that do other things, too: only what hangs is to be ended, and no test has a limit of
  // its own.
  timeout: 900_000,
  expect: { timeout: HANGS },
  reporter: 'list',
  use: {
    baseURL: home,
    actionTimeout: HANGS,
    navigationTimeout: HANGS,
    viewport: { width: 1280, height: 900 },
    // A trace keeps the page before and after every key: walks take four times as long. Ask for one with `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    // At a sub-path: the book must run wherever it is put.
    command: `node scripts/serve.mjs dist /book/ ${process.env['BOOK_PORT']}`,
    url: home,
    reuseExistingServer: false,
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: '*.gpu.spec.ts',
      use: { browserName: 'chromium', launchOptions: { executablePath, args: always } },
    },
    {
      name: 'software-gpu',
      testMatch: '*.gpu.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath, args: [...always, ...softwareGpu] },
      },
    },
  ],
});
