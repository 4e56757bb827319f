import { defineConfig, devices } from "@playwright/test";

// `npm run test:e2e` starts a portal and says where it is; by itself, Playwright has nothing to look at.
const baseURL = process.env.BASE_URL;
const project = process.env.E2E_PROJECT;
if (!baseURL || !project) throw new Error("Run the browser tests with: npm run test:e2e");

const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
const executablePath = process.env.E2E_CHROMIUM || undefined;
const spanish = { locale: "es-ES", timezoneId: "Europe/Madrid" };

export default defineConfig({
  testDir: "e2e",
  outputDir: `test-results/${project}`,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: `test-results/browser-${project}.json` }]],
  use: {
    baseURL,
    navigationTimeout: 15_000,
    actionTimeout: 10_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    // A service worker answers before the network does; tests of it ask for it.
    serviceWorkers: "block",
    launchOptions: { args, executablePath },
  },
  projects: [
    { name: "desktop-es", use: { ...devices["Desktop Chrome"], ...spanish } },
    // The guides' text is the same in every project: once is enough.
    {
      name: "desktop-en",
      testIgnore: "guides.spec.ts",
      use: { ...devices["Desktop Chrome"], locale: "en-GB", timezoneId: "UTC" },
    },
    {
      name: "phone-es",
      testIgnore: "guides.spec.ts",
      use: { ...devices["Pixel 7"], ...spanish, viewport: { width: 390, height: 844 } },
    },
  ],
});
