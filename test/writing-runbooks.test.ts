import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { elementNames } from "@/features/runbooks/element-names";
import { gate } from "@/features/runbooks/pipeline/gate";
import { keysOf } from "@/features/runbooks/schema";

const guide = readFileSync("docs/writing-runbooks.md", "utf8");

test("the example of the authors' guide passes the gate without a warning", () => {
  const source = /^````mdx\n([\s\S]*?)^````$/m.exec(guide)?.[1] ?? "";
  const { problems, runbook } = gate({ file: "example", path: "payments/queue-full", format: "mdx", source });
  expect(problems).toEqual([]);
  expect(runbook?.frontMatter.title).toBe("The payment queue is full");
});

test("the authors' guide names every tag and every key of the front matter", () => {
  const missing = [...elementNames, ...keysOf()].filter((name) => !guide.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
