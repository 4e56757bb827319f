/** A value as a text field shows it; null where it is no scalar. */
export function asText(value: unknown): string | null {
  if (value === undefined || value === null) return "";
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : null;
}

/** A list of texts; null where the value is something else. */
export function asTexts(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const texts = value.map(asText);
  return texts.includes(null) ? null : (texts as string[]);
}

export type Row = Record<string, unknown>;

/** A list of objects; null where the value is something else. */
export function asRows(value: unknown): Row[] | null {
  if (value === undefined || value === null) return [];
  const isRow = (item: unknown) => typeof item === "object" && item !== null && !Array.isArray(item);
  return Array.isArray(value) && value.every(isRow) ? (value as Row[]) : null;
}

/** An empty list and an empty text are no key at all. */
export const orNothing = <T extends string | unknown[]>(value: T): T | undefined =>
  value.length === 0 ? undefined : value;
