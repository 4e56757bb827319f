import type { Artifact, Problem, RunbookPath } from "../artifact";
import { compileRunbook } from "../pipeline/adapter";

/** One side of a comparison: the text, what the pipeline makes of it, and why it may make nothing. */
export type ComparedText = { source: string; artifact: Artifact | null; problems: Problem[] };

/**
 * Compiles a text to be compared. Nothing of it is kept on the disk: a proposal may never be published. A text from before a rule of
 * the gate has no artifact, and is compared as text.
 */
export async function loadComparedText(path: RunbookPath, source: string, format: "mdx" | "md"): Promise<ComparedText> {
  const { artifact, problems } = await compileRunbook({ path, format, source, unfinished: true });
  return { source, artifact, problems };
}
