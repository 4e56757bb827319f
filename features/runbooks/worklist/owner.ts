import { isNobody } from "../import/front-matter/new-front-matter";
import type { Runbook } from "../library/runbook";

/** An owner's name as it is compared: case, accents composed, and white space folded. */
export const ownerKeyOf = (owner: string): string => owner.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** Who a runbook says answers for it; null where it names nobody. */
export function ownerOf({ outline }: Pick<Runbook, "outline">): string | null {
  const owner = outline?.frontMatter.owner.replace(/\s+/g, " ").trim() ?? "";
  return owner === "" || owner === "—" || isNobody(owner) ? null : owner;
}
