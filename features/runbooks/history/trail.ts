import type { Version } from "../git/history";

/** Lines at the end of a commit's message that say what git can only guess (git-interpret-trailers(1)). */
const keys = { moved: "Runbook-moved", restored: "Runbook-restored" } as const;

/** A runbook's file below the content folder, as a trailer names it. */
const contentFile = "runbooks/[A-Za-z0-9_][\\w.-]*/[A-Za-z0-9_][\\w.-]*\\.mdx?";

/** Where a file came from in a commit of the portal's own. */
export type Trail = { kind: "moved"; from: string; to: string } | { kind: "restored"; file: string };

/** The trailer that records a move. @param from @param to files below the content folder */
export const movedTrailer = (from: string, to: string): string => `${keys.moved}: ${from} ${to}`;

/** The trailer that records that a removed file is back. */
export const restoredTrailer = (file: string): string => `${keys.restored}: ${file}`;

const pattern = new RegExp(
  `^(?:${keys.moved}: (${contentFile}) (${contentFile})|${keys.restored}: (${contentFile}))$`,
  "gm",
);

/** What a commit's message records, in its order. */
export function trailsOf({ body }: Pick<Version, "body">): Trail[] {
  return [...body.matchAll(pattern)].map(
    ([, from = "", to = "", file]): Trail => (file ? { kind: "restored", file } : { kind: "moved", from, to }),
  );
}

/** The message without what only the portal reads. */
export const withoutTrails = (body: string): string =>
  body
    .replace(pattern, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/**
 * Where the history of a file goes on behind a commit that says so.
 * @param file below the content folder
 * @returns the file to look for before that commit; null when the commit says nothing of this file
 */
export function before(version: Pick<Version, "body">, file: string): string | null {
  for (const trail of trailsOf(version)) {
    if (trail.kind === "moved" && trail.to === file) return trail.from;
    if (trail.kind === "restored" && trail.file === file) return trail.file;
  }
  return null;
}
