import { parseMatchers } from "../matcher";
import { FrontMatter } from "../schema";

/** Something the gate would refuse of a key: where in its value, and an example of a right one. */
export type MatterIssue = { path: (string | number)[]; example: string };

/** What is wrong with each key, by the schema that the gate judges by. */
export function issuesOf(values: Record<string, unknown>): Record<string, MatterIssue[]> {
  const found: Record<string, MatterIssue[]> = {};
  const { error } = FrontMatter.safeParse(values);
  for (const issue of error?.issues ?? []) {
    const [key, ...path] = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    if (key === undefined) continue;
    found[key] = [...(found[key] ?? []), { path, example: issue.message }];
  }
  return found;
}

/** The column (from 1) at which an alert's matchers stop making sense; null where they do. */
export function matcherFault(text: string): number | null {
  const parsed = parseMatchers(text);
  return parsed.ok ? null : parsed.column;
}
