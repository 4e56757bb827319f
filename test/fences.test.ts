import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkFences } from "@/scripts/checks/fences";
import { judgeLengths } from "@/scripts/checks/file-length";
import { compareMessages } from "@/scripts/checks/messages";

describe("the import fences", () => {
  const planted = checkFences(
    "test/planted",
    ["app", "components", "features", "lib"],
    path.resolve(".dependency-cruiser.mjs"),
  );

  test.each([
    ["no-cycles", "lib/cycle-a.ts"],
    ["lib-is-the-bottom", "lib/reaches-up.ts"],
    ["only-app-imports-app", "components/uses-a-page.ts"],
    ["shared-ui-knows-no-domain", "components/knows-a-noun.ts"],
    ["features-are-pure-unless-the-filename-says-io", "features/runbooks/impure.ts"],
    ["pure-files-use-no-node-builtins", "features/runbooks/reads-a-file.ts"],
    ["db-only-in-queries-and-commands", "features/runbooks/loaders.ts"],
    ["pages-read-through-loaders", "app/page.tsx"],
    ["api-uses-no-session-helpers", "app/api/thing/route.ts"],
    ["components-reach-the-server-through-actions", "features/runbooks/components/panel.tsx"],
    ["server-files-know-no-components", "features/runbooks/queries.ts"],
    ["cross-feature-public-surface", "features/incidents/loaders.ts"],
    ["feature-order-identity", "features/identity/knows-a-later-feature.ts"],
    ["feature-order-runbooks", "features/runbooks/knows-a-later-feature.ts"],
    ["feature-order-incidents", "features/incidents/knows-a-later-feature.ts"],
    ["feature-order-runs", "features/runs/knows-a-later-feature.ts"],
  ])("%s bites %s", (rule, from) => {
    expect(planted.violations).toContainEqual(expect.objectContaining({ rule, from }));
  });

  test("each have a planted violation", () => {
    expect(new Set(planted.violations.map(({ rule }) => rule))).toEqual(new Set(planted.rules));
  });

  test("say how many files were read, so that reading none is noticed", () => {
    expect(planted.modules).toBe(23);
  });
});

describe("the length fence", () => {
  const files = (...lines: number[]) => lines.map((count, index) => ({ file: `${index}.ts`, lines: count }));

  test("lets through what is within the limits", () => {
    expect(judgeLengths(files(...Array(20).fill(60), 400))).toEqual({ problems: [], median: 60, p95: 60 });
  });

  test("names a file that is too long", () => {
    expect(judgeLengths(files(...Array(30).fill(60), 401)).problems).toEqual([
      expect.stringMatching(/^30\.ts has 401 lines/),
    ]);
  });

  test("notices when files grow long together", () => {
    expect(judgeLengths(files(71, 71, 71)).problems).toEqual([expect.stringMatching(/^half of the files/)]);
    expect(judgeLengths(files(...Array(9).fill(10), 251)).problems).toEqual([
      expect.stringMatching(/^one file in twenty/),
    ]);
  });
});

describe("the messages fence", () => {
  const names: [string, string] = ["es", "en"];

  test("finds a key that one language lacks", () => {
    expect(compareMessages({ a: { b: "x" } }, { a: { b: "x", c: "y" } }, names)).toEqual(["es lacks a.c"]);
  });

  test("finds placeholders that differ, inside plurals and tags too", () => {
    const es = { steps: "{count, plural, one {# paso de {who}} other {# pasos de {who}}}", link: "<a>ver</a>" };
    const en = { steps: "{count, plural, one {# step} other {# steps}}", link: "see" };
    expect(compareMessages(es, en, names)).toEqual([
      "steps: es uses {count} {who}, en uses {count}",
      "link: es uses <a>, en uses nothing",
    ]);
  });

  test("finds a message that cannot be read", () => {
    expect(compareMessages({ a: "{broken" }, { a: "{broken" }, names)).toHaveLength(1);
  });

  test("accepts another order of words", () => {
    expect(compareMessages({ a: "{x} de {y}" }, { a: "{y}: {x}" }, names)).toEqual([]);
  });
});
