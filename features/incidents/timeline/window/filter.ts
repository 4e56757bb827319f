import type { EntryView } from "../schema";
import type { EntryFilter } from "./schema";

/** Accents that a search leaves out: Unicode's combining diacritical marks, after decomposition. */
export const accents = Array.from({ length: 0x70 }, (_, at) => String.fromCharCode(0x300 + at)).join("");

/** Text as a search compares it: small letters without accents. The database folds in the same way. */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");

/** Whether a filter lets everything through. */
export const isOpen = ({ kind, by, q }: EntryFilter): boolean => kind.length === 0 && !by && !q;

/** Whether an entry passes, as the database decides it: all that is asked for, of kinds any. */
export const passes = ({ kind, by, q }: EntryFilter, entry: Pick<EntryView, "kind" | "actor" | "body">): boolean =>
  (kind.length === 0 || kind.includes(entry.kind)) &&
  (!by || entry.actor.name === by) &&
  (!q || foldText(entry.body).includes(foldText(q)));

/** A filter as parameters of an address, in a fixed order; empty when it lets everything through. */
export function filterParams({ kind, by, q }: EntryFilter): Record<string, string> {
  return { ...(kind.length > 0 && { kind: kind.join(",") }), ...(by && { by }), ...(q && { q }) };
}
