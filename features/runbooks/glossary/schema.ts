import { z } from "zod";
import { isObjectId } from "../git/content-file";

const blob = z.string().refine(isObjectId);
/** Characters of the file, at most; the limit of the reader, in bytes, is what counts. */
const maxText = 500_000;

const Section = z.object({ lang: z.string().nullable(), words: z.array(z.string()) });
const Problem = z.object({
  line: z.number().int(),
  column: z.number().int(),
  rule: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.string()),
});

const GlossaryChange = z.object({
  commit: z.string(),
  author: z.string(),
  /** ISO 8601 with the author's offset. */
  at: z.string(),
  subject: z.string(),
});
export type GlossaryChange = z.output<typeof GlossaryChange>;

export const GlossaryPage = z.object({
  meanings: z.array(z.object({ line: z.number().int(), sections: z.array(Section) })),
  /** Lines that are passed over, with why. */
  problems: z.array(Problem),
  /** What every portal knows by itself, a meaning a line. */
  builtIn: z.array(z.string()),
  /** The last commit that changed it, for members; null where there is none. */
  lastChange: GlossaryChange.nullable(),
  /** What an editor starts from; null for who may not change it. */
  source: z
    .object({
      text: z.string(),
      /** To be sent back as `baseBlob`; null when git does not have the file yet. */
      blob: z.string().nullable(),
      /** Changed on the server by hand and not committed: to be sent back as `adoptBlob` by whoever has seen it. */
      byHand: z.string().nullable(),
    })
    .nullable(),
});
export type GlossaryPage = z.output<typeof GlossaryPage>;

export const PublishGlossary = z.object({
  text: z.string().max(maxText),
  /** Blob of the text that it was made from; null for a new file. */
  baseBlob: blob.nullable(),
  adoptBlob: blob.nullable().default(null),
  message: z.string().trim().min(1).max(2_000),
});
export type PublishGlossary = z.output<typeof PublishGlossary>;

export const PublishedGlossary = z.object({ commit: z.string(), blob: z.string(), followed: z.boolean() });
export type PublishedGlossary = z.output<typeof PublishedGlossary>;

export const TryGlossary = z.object({
  q: z.string().trim().min(1).max(400),
  /** The file as it would be. */
  text: z.string().max(maxText),
});
export type TryGlossary = z.output<typeof TryGlossary>;

const Found = z.object({ path: z.string(), title: z.string(), heading: z.string(), anchor: z.string() });
export const GlossaryTrial = z.object({
  /** Meanings of which the query says a word; `own` ones are the file's. */
  meanings: z.array(z.object({ words: z.array(z.string()), own: z.boolean() })),
  before: z.array(Found),
  after: z.array(Found),
});
export type GlossaryTrial = z.output<typeof GlossaryTrial>;
