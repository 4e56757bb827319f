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

/**
 * What reads differently in English, by another clock or with another grammar. That each text exists in both languages, with the
 * same values in it, is compared without a browser; what else a screen does is the same in every language.
 */
const inEnglishToo = [
  "reading|finding|glossary|searches|without-script|small-client|print",
  "incidents|composer|clocks|timeline|hand-over|stakeholders|closing|postmortem",
  "runs|variables|plain-markdown|sign-in|story",
].flatMap((line) => line.split("|"));

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
    // A recording takes a third of a test's time, and is kept of few: `E2E_TRACE=1` makes one of each test that fails.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    // A service worker answers before the network does; tests of it ask for it.
    serviceWorkers: "block",
    launchOptions: { args, executablePath },
  },
  projects: [
    { name: "desktop-es", use: { ...devices["Desktop Chrome"], ...spanish } },
    {
      name: "desktop-en",
      testMatch: inEnglishToo.map((name) => `${name}.spec.ts`),
      use: { ...devices["Desktop Chrome"], locale: "en-GB", timezoneId: "UTC" },
    },
    {
      name: "phone-es",
      // The guides' text is the same on every screen, and so are who is let in, the headers, and what a stopped database or a new
      // build does to what is kept.
      testIgnore: ["guides", "access", "process", "offline-database", "offline-update"].map(
        (name) => `**/${name}.spec.ts`,
      ),
      use: { ...devices["Pixel 7"], ...spanish, viewport: { width: 390, height: 844 } },
    },
  ],
});
