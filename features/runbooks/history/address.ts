import type { RunbookPath } from "../artifact";
import { setMatter } from "../matter/edit-matter";
import { readMatter } from "../matter/read-matter";

/** The old paths that a text's front matter keeps, as they are written. */
export function redirectsIn(text: string): string[] {
  const matter = readMatter(text);
  const redirects = matter.state === "read" ? matter.values.redirects : null;
  return Array.isArray(redirects) ? redirects.filter((one) => typeof one === "string") : [];
}

const serviceIn = (text: string): unknown => {
  const matter = readMatter(text);
  return matter.state === "read" ? matter.values.service : undefined;
};

/**
 * A runbook's text as it reads at another path: `service` follows the folder, and the path that it leaves joins its
 * `redirects`; all other bytes stay.
 * @returns null where its front matter is written in a way that only a person can change
 */
export function atPath(text: string, from: RunbookPath, to: RunbookPath): string | null {
  const service = to.split("/")[0] ?? "";
  const named = serviceIn(text);
  const moved = named === undefined || named === service ? text : setMatter(text, "service", service);
  // A path that it comes back to is no old one any more.
  const redirects = [...redirectsIn(text).filter((old) => old !== to && old !== from), from];
  return moved === null ? null : setMatter(moved, "redirects", redirects);
}

/**
 * An earlier text of a runbook, with the address that it has by now: the folder it lies in, and the old paths that lead to it.
 * @returns the text as it is where its front matter cannot be changed
 */
export function keepingAddress(text: string, current: string): string {
  const service = serviceIn(current);
  const known = serviceIn(text);
  const moved = known !== undefined && service !== undefined && known !== service;
  const named = moved ? (setMatter(text, "service", service) ?? text) : text;
  const missing = redirectsIn(current).filter((old) => !redirectsIn(text).includes(old));
  return missing.length === 0 ? named : (setMatter(named, "redirects", [...redirectsIn(text), ...missing]) ?? named);
}
