import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { SearchedSection } from "../../api";

/** Longest log that is searched, in characters. */
export const longestLog = 1_000_000;

const count = z.number().int().min(0);
const place = z.tuple([z.number().int(), z.number().int()]);

const result = SearchedSection.pick({
  path: true,
  service: true,
  title: true,
  heading: true,
  anchor: true,
  kind: true,
  snippet: true,
  matches: true,
  score: true,
});

const line = z.object({
  /** Of the first line that says so, from 1. */
  line: z.number().int(),
  /** As it was pasted, without colours, at most 400 characters. */
  text: z.string(),
  /** Start and end of what matched, in UTF-16 units of `text`. */
  marks: z.array(place),
  /** How many lines say the same. */
  times: count,
  /** The first place in one's own code of its stack trace; empty when it has none. */
  frame: z.string(),
  speaksFor: z.array(
    z.object({
      /** Position in `results`, from 0. */
      result: count,
      /** `signature`: the section quotes this error; `code`: it names one of its codes; `words`: they share words. */
      kind: z.enum(["signature", "code", "words"]),
      words: z.array(z.string()),
    }),
  ),
});

export const searchLogContract = contract({
  method: "POST",
  path: "/api/v1/search/log",
  summary: "Procedures that a pasted log speaks for, and its lines that do; nothing of it is kept",
  access: "read",
  input: z.object({
    /** At most 1,000,000 characters (longer: `too_large`). Of more than 10,000 lines the first and the last are read. */
    text: z.string(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.object({
    results: z.array(result),
    /** In the order of the log. */
    lines: z.array(line),
    counts: z.object({ lines: count, read: count, different: count, frames: count, unrelated: count }),
  }),
  status: 200,
  errors: ["unauthenticated", "validation_failed", "too_large"],
});

export const logContracts = [searchLogContract];
