import { readFile } from "node:fs/promises";
import path from "node:path";
import compile from "icu-minify/compile";
import type { Locale } from "@/lib/context";

/** Which text the small client of runbook pages uses: namespaces, or parts of one. */
const used = [
  "ui",
  "shell.signIn",
  "shell.signOut",
  "shell.account",
  "shell.accountOf",
  "shell.admin",
  "shell.offline",
  "shell.search",
  "shell.nav",
  "shell.role",
  "shell.theme",
  "shell.language",
  "shell.keys",
  "shell.palette",
  "shell.approvals",
  "offline",
  "outbox",
  "readingTools.anchor",
  "readingTools.code",
  "readingTools.diagram",
  "readingTools.variables",
  "readingTools.bar",
  "reading.suggestions",
  "runbookMenu",
  "runs.list",
  "runs.status",
  "incidents.past.lastTime",
  "worklist.vouch",
] as const;

type Tree = { [key: string]: Tree | string };
type Compiled = { [key: string]: Compiled | ReturnType<typeof compile> };

/** The text of the small client in a language, compiled, so that no parser of messages has to be loaded. */
export async function readerMessages(root: string, locale: Locale): Promise<Compiled> {
  const all = JSON.parse(await readFile(path.join(root, "messages", `${locale}.json`), "utf8")) as Tree;
  const picked: Compiled = {};
  for (const name of used) {
    const keys = name.split(".");
    const last = keys.pop() ?? "";
    let from: Tree | string | undefined = all;
    let to = picked;
    for (const key of keys) {
      from = typeof from === "object" ? from[key] : undefined;
      to[key] ??= {};
      to = to[key] as Compiled;
    }
    const found: Tree | string | undefined = typeof from === "object" ? from[last] : undefined;
    if (found === undefined) throw new Error(`messages/${locale}.json has no ${name}`);
    to[last] = compiled(found);
  }
  return picked;
}

const compiled = (tree: Tree | string): Compiled | ReturnType<typeof compile> =>
  typeof tree === "string"
    ? compile(tree)
    : Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compiled(value)]));
