import type { RunbookPath } from "../../artifact";
import { resolveRunbook, splitTarget } from "../../pipeline/target";
import type { Found } from "./retarget";

/** What stands behind the path of an address: query and anchor. */
const tailOf = (href: string) => href.slice(href.search(/[?#]|$/));

const addressOf = (path: RunbookPath, { href, kind }: Found) =>
  `${kind === "goto" ? "" : "/runbooks/"}${path}${tailOf(href)}`;

/** Which runbook a link leads to, seen from another; null for anything else. */
export const runbookOf = ({ href }: Found, from: RunbookPath): RunbookPath | null =>
  resolveRunbook(splitTarget(href), from);

/**
 * The address of a link in another runbook, once `from` has moved to `to`; null for a link that leads elsewhere.
 * @param holder the runbook that has the link
 */
export const afterMove = (link: Found, holder: RunbookPath, from: RunbookPath, to: RunbookPath): string | null =>
  runbookOf(link, holder) === from ? addressOf(to, link) : null;

/**
 * The address of a link in the moved runbook itself: what was meant from its old folder is named in full, and its own name
 * becomes the new one. Files beside it move along, so their addresses stay.
 */
export function ownAfterMove(link: Found, from: RunbookPath, to: RunbookPath): string | null {
  const target = splitTarget(link.href);
  const runbook = resolveRunbook(target, from);
  if (runbook === null) return null;
  if (runbook === from) return addressOf(to, link);
  return runbook === resolveRunbook(target, to) ? null : addressOf(runbook, link);
}
