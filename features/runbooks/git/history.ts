/** One commit that touched a runbook. */
export type Version = {
  commit: string;
  author: string;
  /** ISO 8601 with the author's offset. */
  at: string;
  subject: string;
  /** What the message says after its first line. */
  body: string;
  /** Where the file lay in that commit, from the top of the repository; null when the commit removed it. */
  file: string | null;
  /** Blob of the text in that commit; null when the commit removed it. */
  blob: string | null;
};

/** For `git log -z --raw --no-abbrev`: fields end in NUL, which no message can hold. */
export const logFormat = "%x00%H%x00%an%x00%aI%x00%B";

/** A version, and whether its commit brought a file to this path that was not there before. */
export type LoggedVersion = Version & { added: boolean };

/** Reads what `git log -z --raw --no-abbrev --no-renames --format=<logFormat>` printed. */
export function parseLog(output: string): LoggedVersion[] {
  const tokens = output.split("\0");
  const versions: LoggedVersion[] = [];
  for (let i = 0; i < tokens.length; ) {
    if (tokens[i] !== "" || !/^[0-9a-f]{40,64}$/.test(tokens[i + 1] ?? "")) {
      i += 1;
      continue;
    }
    const [commit = "", author = "", at = "", message = "", raw = ""] = tokens.slice(i + 1, i + 6);
    const change = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(raw);
    const [subject = "", ...body] = message.trim().split("\n");
    const gone = !change || change[2] === "D";
    versions.push({
      commit,
      author,
      at,
      subject,
      body: body.join("\n").trim(),
      file: gone ? null : (tokens[i + 6] ?? null),
      blob: gone ? null : (change[1] ?? null),
      added: change?.[2] === "A",
    });
    i += 5 + (change ? 2 : 0);
  }
  return versions;
}
