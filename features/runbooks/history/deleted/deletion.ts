import type { RunbookPath } from "../../artifact";
import { readMatter } from "../../matter/read-matter";
import { redirectsIn } from "../address";

/** A commit that removed a runbook. */
export type Deletion = {
  path: RunbookPath;
  /** Below the content folder. */
  file: string;
  /** Of the text that it had. */
  blob: string;
  title: string;
  /** Old paths that led to it. */
  names: string[];
  commit: string;
  author: string;
  /** ISO 8601 with the author's offset. */
  at: string;
  subject: string;
  /** The message after its first line: why. */
  body: string;
};

export type Removed = Omit<Deletion, "title" | "names">;

/** For `git log -z --raw --no-abbrev`: fields end in NUL, which no message can hold. */
export const deletionFormat = "%x00%H%x00%an%x00%aI%x00%B";

const runbookFile = /^runbooks\/([^/]+\/[^/]+)\.mdx?$/;

/**
 * Reads what `git log -z --raw --no-abbrev --diff-filter=D --format=<deletionFormat>` printed.
 * @param prefix path of the content folder below the repository's top
 * @returns the runbooks that were removed, newest first; what a commit says that it moved is not
 */
export function parseDeletions(output: string, prefix: string): Removed[] {
  const tokens = output.split("\0");
  const removed: Removed[] = [];
  let told: Pick<Removed, "commit" | "author" | "at" | "subject" | "body"> | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i] === "" && /^[0-9a-f]{40,64}$/.test(tokens[i + 1] ?? "")) {
      const [commit = "", author = "", at = "", message = ""] = tokens.slice(i + 1, i + 5);
      const [subject = "", ...body] = message.trim().split("\n");
      told = { commit, author, at, subject, body: body.join("\n").trim() };
      i += 4;
      continue;
    }
    const [, blob] = /^\n?:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ D$/.exec(tokens[i] ?? "") ?? [];
    if (!blob || !told) continue;
    i += 1;
    const name = tokens[i] ?? "";
    const file = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    const path = runbookFile.exec(file)?.[1];
    if (path && !told.body.includes(`Runbook-moved: ${file} `)) removed.push({ ...told, path, file, blob });
  }
  return removed;
}

/** With what the removed text says of itself. */
export function withText(removed: Removed, text: string): Deletion {
  const matter = readMatter(text);
  const title = matter.state === "read" ? matter.values.title : null;
  const heading = /^# +(.+)$/m.exec(text)?.[1];
  return {
    ...removed,
    title: typeof title === "string" ? title : (heading ?? removed.path),
    names: [removed.path, ...redirectsIn(text)],
  };
}
