import type { FrontMatter } from "../schema";
import { align, changesIn, type Row } from "./align";
import { type Block, blocksOf, type Names, namesOf } from "./blocks";
import { type FieldChange, frontMatterChanges } from "./front-matter";
import { type Place, placesOf } from "./places";
import { type Lines, sourceLines } from "./source-lines";

/** A document as it was rendered, before React shows it; with the text that it was made from. */
export type RenderedDocument = { tree: unknown; frontMatter: FrontMatter; source: string };

/** Two documents, aligned block by block. */
export type Comparison = {
  fields: FieldChange[];
  rows: Row[];
  /** How many places changed, fields included. */
  changes: number;
  /** The lines that a block takes in its text. */
  lines: Map<Block, Lines>;
  places: Map<Block, Place>;
  names: Names;
};

/**
 * Compares two rendered documents by what a reader sees.
 * @param before null where there was none
 * @param components what both were rendered with
 */
export function compareDocuments(
  before: RenderedDocument | null,
  after: RenderedDocument | null,
  components: Record<string, unknown>,
): Comparison {
  const names = namesOf(components);
  const [old, fresh] = [before, after].map((one) => (one ? blocksOf(one.tree, names) : [])) as [Block[], Block[]];
  const rows = align(old, fresh);
  const fields = frontMatterChanges(before?.frontMatter ?? null, after?.frontMatter ?? null);
  return {
    fields,
    rows,
    changes: fields.length + changesIn(rows),
    lines: new Map([...sourceLines(old, before?.source ?? ""), ...sourceLines(fresh, after?.source ?? "")]),
    places: new Map([...placesOf(old), ...placesOf(fresh)]),
    names,
  };
}
