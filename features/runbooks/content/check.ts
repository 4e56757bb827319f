import type { Problem, RunbookPath } from "../artifact";
import { crossCheck } from "../library/cross-check";
import { buildOutline, type Outline } from "../pipeline/build-outline";
import { gate } from "../pipeline/gate";
import type { DocumentKind } from "../post-mortem-matter";

export type CheckedFile = {
  name: string;
  path: RunbookPath;
  format: "mdx" | "md";
  source: string;
  kind?: DocumentKind;
};

/** All problems of files read together, in the order of the files. Pure. */
export function checkFiles(files: CheckedFile[]): Problem[] {
  const problems: Problem[] = [];
  const outlines: { file: string; outline: Outline }[] = [];
  for (const { name, path, format, source, kind } of files) {
    const result = gate({ file: name, path, format, source, kind });
    problems.push(...result.problems);
    if (result.runbook && kind !== "postmortem")
      outlines.push({ file: name, outline: buildOutline(result.runbook, []) });
  }
  return [...problems, ...crossCheck(outlines)];
}
