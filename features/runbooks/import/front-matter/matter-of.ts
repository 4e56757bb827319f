import type { RunbookPath } from "../../artifact";
import { gate } from "../../pipeline/gate";

/** What a front matter says, as far as a person may say something else. */
export type Matter = { title: string; lang: string; owner: string; criticality: string | null };

/** What the front matter of a runbook says, whatever follows it. */
export function matterOf(mdx: string, path: RunbookPath): Matter {
  const head = mdx.slice(0, mdx.indexOf("\n---\n") + 5);
  const { runbook } = gate({ file: path, path, format: "mdx", source: head });
  const { title = "", lang = "", owner = "", criticality = null } = runbook?.frontMatter ?? {};
  return { title, lang, owner, criticality };
}
