/** Front matter with its lines, and what follows. */
const split = /^---\n(?:[\s\S]*?\n)?---\n/;

/** A text under the front matter of the runbook that it updates: owner, alerts, variables and reviews stay. */
export function withExistingMatter(existing: string, text: string): string {
  const head = split.exec(existing.replace(/\r\n?/g, "\n"))?.[0];
  return head && split.test(text) ? text.replace(split, () => head) : text;
}
