import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { clientMessages, everywhere, sections } from "./client-messages";

const clientFiles = ["app", "components", "features"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  )
  .filter((file) => file.endsWith(".tsx") && /^"use client";/.test(readFileSync(file, "utf8")));

const namespacesOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/useTranslations\("(\w+)/g)].map(([, namespace = ""]) => namespace);

test("every namespace that a client component uses is sent, everywhere or to a section", () => {
  const sent = new Set<string>([...everywhere, ...Object.values(sections).flat()]);
  const used = clientFiles.flatMap((file) => namespacesOf(file).map((namespace) => ({ file, namespace })));
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(({ namespace }) => !sent.has(namespace))).toEqual([]);
});

test("what the frame of every page uses is sent everywhere", () => {
  const used = clientFiles.filter((file) => file.startsWith("components")).flatMap(namespacesOf);
  expect(everywhere).toEqual(expect.arrayContaining([...new Set(used)]));
});

test("a section gets its own and what is everywhere, and nothing else", () => {
  const messages = { ui: 1, identity: 2, reading: 3 };
  expect(clientMessages(messages)).toEqual({ ui: 1 });
  expect(clientMessages(messages, "identity")).toEqual({ ui: 1, identity: 2 });
});

test("of a name with dots a section gets that part alone", () => {
  const messages = { ui: 1, finding: 2, runs: { list: 3, evidence: { label: 4, secrets: { found: 5 } } } };
  expect(clientMessages(messages, "finding")).toEqual({
    ui: 1,
    finding: 2,
    runs: { evidence: { secrets: { found: 5 } } },
  });
});

const keysOf = (value: unknown, path = ""): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path];

test("both languages say the same things", () => {
  expect(keysOf(en).sort()).toEqual(keysOf(es).sort());
});
