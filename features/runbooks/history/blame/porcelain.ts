/** A commit that is the last to have changed some line. */
export type Touch = {
  commit: string;
  author: string;
  /** ISO 8601 in UTC, of the commit. */
  at: string;
  subject: string;
};

/** The last commit of each line, by line number from 1; a blank line has none, it says nothing. */
export type Blame = ReadonlyMap<number, Touch>;

/** Reads what `git blame --porcelain` printed (git-blame(1), "The porcelain format"). */
export function parseBlame(output: string): Blame {
  const lines = new Map<number, Touch>();
  const touches = new Map<string, Touch>();
  let current: Touch | null = null;
  let line = 0;
  for (const text of output.split("\n")) {
    if (text.startsWith("\t")) {
      if (current && text.trim() !== "") lines.set(line, current);
      continue;
    }
    const head = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+)/.exec(text);
    if (head) {
      const [, commit = "", number] = head;
      current = touches.get(commit) ?? { commit, author: "", at: "", subject: "" };
      touches.set(commit, current);
      line = Number(number);
      continue;
    }
    const [, key, value = ""] = /^(author|committer-time|summary) (.*)$/.exec(text) ?? [];
    if (!current || !key) continue;
    if (key === "author") current.author = value;
    if (key === "summary") current.subject = value;
    if (key === "committer-time") current.at = new Date(Number(value) * 1_000).toISOString();
  }
  return lines;
}
