import { tokenize } from "@/features/runbooks/search/terms";
import type { SimilarIncident, sharedSorts } from "./schema";

type Sort = (typeof sharedSorts)[number];

/** How telling it is to have something in common. Words of a title tell something together, one alone does not. */
export const likeness: Record<Sort, number> = { error: 5, alert: 5, procedure: 3, service: 2, word: 1 };

/** Below this two incidents do not resemble each other: one word more than a common service. */
export const leastLikeness = 3;

const order: Sort[] = ["error", "alert", "procedure", "service", "word"];

/** Marks that two incidents share, by what they are, the most telling first; words as the other's title writes them. */
export function sharedOf(marks: string[], title: string): SimilarIncident["shared"] {
  return order.flatMap((sort) => {
    const values = marks.filter((mark) => mark.startsWith(`${sort}:`)).map((mark) => mark.slice(sort.length + 1));
    return values.length > 0 ? [{ sort, values: sort === "word" ? asWritten(values, title) : values }] : [];
  });
}

function asWritten(stems: string[], title: string): string[] {
  const text = title.normalize("NFC");
  const words = tokenize(text).filter(({ parts }) => parts.some((part) => stems.includes(part)));
  return [...new Set(words.map(({ start, end }) => text.slice(start, end).toLowerCase()))];
}
