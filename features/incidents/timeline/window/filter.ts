import type { EntryView } from "../schema";
import type { EntryFilter } from "./schema";

/** Accents that a search leaves out, after decomposition: those of languages in Latin letters. Few, for the database tries each. */
export const accents = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328";
const marks = new RegExp(`[${accents}]`, "gu");

/** Text as a search compares it: small letters without accents. The database folds in the same way. */
export const foldText = (text: string): string => text.toLowerCase().normalize("NFD").replace(marks, "");

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
