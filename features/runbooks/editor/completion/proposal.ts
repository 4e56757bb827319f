import type { AuthorLanguage } from "../author-words";
import type { Mark } from "../structure/marks";
import type { Vocabulary } from "../vocabulary";

/** A proposal of the editor. */
export type Proposal = {
  label: string;
  kind: "block" | "tag" | "attribute" | "value" | "key" | "id" | "variable" | "link" | "word";
  /** Said beside it, e.g. the title of a step. */
  detail?: string;
  /** What is inserted, with fields as CodeMirror writes them: `#{name}`. */
  snippet?: string;
  /** What is inserted as it is; the label when there is neither. */
  text?: string;
};

/** What only the server knows of all runbooks. Never throws: what cannot be asked is not proposed. */
export type Lookup = {
  /** Runbooks whose path or title holds the words. */
  targets: (q: string) => Promise<{ path: string; title: string }[]>;
  anchors: (path: string) => Promise<{ id: string; title: string; kind: string }[]>;
  words: () => Promise<OthersWords>;
};

export type OthersWords = {
  services: string[];
  owners: string[];
  tags: string[];
  alerts: string[];
  variables: { name: string; label: string }[];
};

/** What may be written at a place, and where the word begins that a proposal replaces. */
export type Proposals = {
  from: number;
  proposals: Proposal[];
  /** More of them, from the server. */
  later?: (lookup: Lookup) => Promise<Proposal[]>;
  /** They depend on what is typed, so they are asked for again with each character. */
  narrows?: true;
};

/** The place to propose for: a text up to the cursor and its shape. */
export type Place = {
  /** The text from the beginning of the line to the cursor, and a little more before it. */
  line: string;
  before: string;
  offset: number;
  marks: Mark[];
  /** Reads a part of the text. */
  slice: (from: number, to: number) => string;
  words: Vocabulary;
  lang: AuthorLanguage;
  /** `<service>/<file>`. */
  path: string;
  /** Today, as `2025-10-24`. */
  today: string;
  /** The author asked for them, rather than just typed on. */
  asked: boolean;
};
