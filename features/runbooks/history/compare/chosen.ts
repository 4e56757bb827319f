import { isObjectId } from "../../git/content-file";

/** Commits picked as the two sides of a comparison; empty where none is. */
export type Chosen = { from: string; to: string };

/** What is picked at first: what the address says, else the newest commit against the one before it. */
export function chosenOf(commits: string[], picked: Partial<Chosen>): Chosen {
  const valid = (commit: string | undefined) => (commit && isObjectId(commit) ? commit : null);
  return { from: valid(picked.from) ?? commits[1] ?? "", to: valid(picked.to) ?? commits[0] ?? "" };
}
