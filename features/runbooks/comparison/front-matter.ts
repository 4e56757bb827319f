import type { FrontMatter } from "../schema";

/** A field of the front matter that changed, its values as lines; none where the field is not set. */
export type FieldChange = { field: keyof FrontMatter; before: string[]; after: string[] };

/** What differs in the front matter, field by field. */
export function frontMatterChanges(before: FrontMatter | null, after: FrontMatter | null): FieldChange[] {
  const fields = Object.keys({ ...before, ...after }) as (keyof FrontMatter)[];
  return fields
    .map((field) => ({ field, before: linesOf(before?.[field]), after: linesOf(after?.[field]) }))
    .filter((change) => change.before.join("\n") !== change.after.join("\n"));
}

function linesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map(asLine);
  return [asLine(value)];
}

const asLine = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => `${key}: ${Array.isArray(part) ? part.join(", ") : String(part)}`)
        .join(" · ")
    : String(value);
