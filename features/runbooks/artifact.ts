import type { Flow } from "./pipeline/flow";
import type { Plan, Variable } from "./plan";
import type { PostMortemMatter } from "./post-mortem-matter";
import type { FrontMatter } from "./schema";

/** `<service>/<file>` without ending, e.g. `agente-hotelero-api/emergencias`. */
export type RunbookPath = string & { readonly __brand?: "RunbookPath" };

/** Something the gate refuses or lint advises. Lines and columns count from 1, in the whole file, front matter included. */
export type Problem = {
  file: string;
  line: number;
  column: number;
  severity: "error" | "warning";
  /** Stable identifier, e.g. `unknown-tag`; the translated advice hangs on it. */
  rule: string;
  /** What is wrong and what to do instead, in English; the interface translates by `rule` and `values`. */
  message: string;
  values: Record<string, string>;
};

export type TocEntry = {
  id: string;
  title: string;
  depth: number;
  kind: "heading" | "procedure" | "checklist" | "triage" | "step";
};

export type SectionKind = "page" | "procedure" | "step" | "checklist" | "triage" | "section";

/** A unit of search: it lands on `anchor` of the page; the page itself has none. */
export type SearchSection = {
  anchor: string;
  kind: SectionKind;
  /** Anchor of the procedure or checklist around a step. */
  parent: string | null;
  title: string;
  /** Texts by weight class. */
  symptoms: string;
  causes: string;
  prose: string;
  commands: string;
  alerts: string;
};

/** What one compile pass makes of one file. Cached by content hash and pipeline version. */
export type Artifact = {
  path: RunbookPath;
  /** SHA-256 of the file's bytes, hex. */
  hash: string;
  format: "mdx" | "md";
  frontMatter: FrontMatter;
  /** Output of mdx-bundler; evaluated on the server only. */
  code: string;
  plan: Plan;
  toc: TocEntry[];
  sections: SearchSection[];
  /** Every id of the page that a link can name. */
  anchors: string[];
  /** Internal and external link targets, as written. */
  links: { href: string; line: number; column: number }[];
  /** Declared variables first, then placeholders found in commands. */
  variables: Variable[];
  /** The ways through its procedures. */
  flow: Flow;
  warnings: Problem[];
  /** Of a post-mortem only: what its own front matter says. */
  postMortem?: PostMortemMatter;
};
