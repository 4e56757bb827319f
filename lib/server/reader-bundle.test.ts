import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locale";
import { bundledReader, scriptsOf } from "./reader-bundle";

/** What a runbook's page may load of JavaScript before anybody does anything, gzip, in bytes. */
const budget = 90_000;

test("a runbook's page loads at most 90 kB of JavaScript at first, and none of what is wanted later", async () => {
  const files = await bundledReader(process.cwd());
  for (const locale of locales) {
    const { entry, preload, bytes } = scriptsOf(files, locale);
    expect(bytes).toBeLessThanOrEqual(budget);
    const inputs = [entry, ...preload].flatMap((address) =>
      Object.keys(files.get(address.replace("/reader/", ""))?.inputs ?? {}),
    );
    // What is really in it, so that an empty bundle does not pass.
    expect(inputs).toContain("features/runbooks/components/code/code-frame.tsx");
    const later = /node_modules\/(mermaid|cmdk|zod|react-dom|idb|next|next-intl)\/|outbox-dialog|command-palette/;
    expect(inputs.filter((input) => later.test(input))).toEqual([]);
  }
}, 120_000);
