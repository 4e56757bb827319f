import type { ElementName } from "../../element-names";
import type { Extra } from "../front-matter/new-front-matter";

/** Something that the text seems to be, with where and why. It may be taken or left by itself. */
export type Proposal = {
  id: string;
  kind: ElementName | "attribute" | "title" | "front-matter" | "variable";
  /** Line of the imported text. */
  line: number;
  /** What is proposed, e.g. `<Step title="Restart">`. */
  what: string;
  why: Reason;
  /** The proposal that this one stands in: without it this one comes to nothing. */
  needs: string | null;
  /** What it names: the id and title of each block that it makes. */
  names: Named[];
};

/** A block that a proposal makes: `key` is what a change of it is known by. */
export type Named = { key: string; id: string | null; title: string | null; tag: ElementName };
/** What a person made of a proposed block instead. */
export type Change = { id?: string; title?: string; tag?: ElementName; kind?: "read" | "change" };
export type Changes = Readonly<Record<string, Change>>;

/** Why something is proposed; the interface says it in the reader's language, `reasons` in English. */
export const reasons = {
  "heading-with-steps": "a heading with commands or numbered steps under it",
  "page-of-parts": "a page whose headings are the parts of one procedure",
  label: "a heading or bold label that names this part",
  "numbered-item": "an item of a numbered or task list",
  "action-item": "a point of a list under a part that is done",
  "step-heading": "a heading that leads to something to do",
  command: "a command of its own",
  "commented-commands": "commands that are set apart by comments",
  "lead-and-code": "a line that leads to a command",
  "checklist-words": "a heading that calls itself a checklist",
  "severity-table": "a table of symptoms and severities",
  "question-with-answers": "a question with its answers below it",
  "expected-label": "a label that says what is expected",
  "duration-in-text": "a time in the text",
  "severity-words": "a severity in the heading",
  "alert-name": "the name of an alert",
  admonition: "an admonition",
  "first-heading": "the first heading is the title of the page",
  "first-paragraph": "the first paragraph says what it is about",
  "line-of-facts": "a line of the text says so",
  alternatives: "alternatives that begin with their conditions",
  "variable-in-command": "a variable that commands use and nobody sets",
} as const;
export type Reason = keyof typeof reasons;

export type Attribute = { name: string; value: string; proposal?: string };
export type Range = { start: number; end: number };

/** A question of a list with its answers; before `answersAt` stands the question. */
export type FoundDecision = {
  question: string;
  start: number;
  end: number;
  answersAt: number;
  /** Where the question's own text begins, behind the mark of its item. */
  questionAt: number;
  /** Its answers are conditions. */
  conditions?: true;
  options: { label: string; start: number; end: number; contentAt: number }[];
};

/** One of the pieces that a fence is cut into, with what has to be written around it to make it a fence again. */
export type FencePiece = { title: string; range: Range; before: string; after: string };

export type ProposeInput = {
  /** Keys that the old front matter had. */
  keys: Set<string>;
  title: string;
  lang: string;
  lineOf: (offset: number) => number;
};

/** A tag around a range of the plain text. */
export type Block = Range & {
  proposal: string;
  /** What a change of it is known by. */
  key: string;
  tag: ElementName;
  attributes: Attribute[];
  /** What the tag says by itself: a heading that became its title, the mark of a list item. */
  drops: Range[];
  /** What is dropped instead where its title no longer says what stood there. */
  dropsIfRenamed?: Range[];
  /** Written around the range where a fence is cut in two. */
  before?: string;
  after?: string;
  children: Block[];
};

export type Structure = {
  proposals: Proposal[];
  blocks: Block[];
  /** Ranges that a proposal takes out because the front matter says them. */
  cuts: (Range & { proposal: string })[];
  extras: (Extra & { proposal: string })[];
};

export const noStructure: Structure = { proposals: [], blocks: [], cuts: [], extras: [] };

/** The ids of proposals that come to something: those that were chosen and whose own needs were. */
export function effective({ proposals }: Structure, chosen: ReadonlySet<string>): Set<string> {
  const byId = new Map(proposals.map((one) => [one.id, one]));
  const holds = (id: string | null): boolean => {
    if (id === null) return true;
    const found = byId.get(id);
    return found !== undefined && chosen.has(id) && holds(found.needs);
  };
  return new Set(proposals.filter(({ id }) => holds(id)).map(({ id }) => id));
}

/** The text with the tags of the chosen proposals, and the front matter that they add. */
export function takeProposals(
  body: string,
  structure: Structure,
  chosen: ReadonlySet<string>,
): { body: string; extras: Extra[]; dropped: Range[]; cut: Range[] } {
  const taken = effective(structure, chosen);
  const cuts = structure.cuts.filter(({ proposal }) => taken.has(proposal));
  return {
    body: write(body, { start: 0, end: body.length }, cuts, structure.blocks, taken).replace(
      /^\n+/,
      cuts.length > 0 ? "" : "$&",
    ),
    cut: cuts,
    dropped: droppedBy(structure.blocks, taken),
    extras: structure.extras.filter(({ proposal }) => taken.has(proposal)),
  };
}

const droppedBy = (blocks: Block[], taken: Set<string>): Range[] =>
  blocks.flatMap((block) => [...(taken.has(block.proposal) ? block.drops : []), ...droppedBy(block.children, taken)]);

function write(body: string, range: Range, cuts: Range[], blocks: Block[], taken: Set<string>): string {
  let text = "";
  let at = range.start;
  for (const block of flatten(blocks, taken)) {
    text += between(without(body, at, block.start, cuts), at > range.start);
    const inner = trim(write(body, block, block.drops, block.children, taken));
    const content = (block.before ?? "") + inner + (block.after ?? "");
    const attributes = block.attributes.filter(({ proposal }) => proposal === undefined || taken.has(proposal));
    text = `${apart(text)}${openTag(block.tag, attributes)}\n\n${content ? `${content}\n\n` : ""}</${block.tag}>\n\n`;
    at = block.end;
  }
  return text + between(without(body, at, range.end, cuts), at > range.start);
}

/** The blocks that are taken; in place of one that is left, those inside it. */
const flatten = (blocks: Block[], taken: Set<string>): Block[] =>
  blocks
    .flatMap((block) => (taken.has(block.proposal) ? [block] : flatten(block.children, taken)))
    .toSorted((a, b) => a.start - b.start);

function without(body: string, start: number, end: number, cuts: Range[]): string {
  let text = "";
  let at = start;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    if (cut.end <= at || cut.start >= end) continue;
    text += body.slice(at, Math.max(at, cut.start));
    at = Math.min(end, cut.end);
  }
  return text + body.slice(at, end);
}

/** A tag has its blank line already. */
const between = (text: string, follows: boolean) => (follows ? text.replace(/^(?:[ \t]*\n)+/, "") : text);
const apart = (text: string) => (text.trim() === "" ? text.replace(/[ \t]+$/, "") : `${text.trimEnd()}\n\n`);
const trim = (text: string) => text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();

export function openTag(tag: string, attributes: Attribute[]): string {
  const written = attributes.map(({ name, value }) => ` ${name}=${quoted(value)}`);
  return `<${tag}${written.join("")}>`;
}

function quoted(value: string): string {
  const text = value.replaceAll("&", "&amp;");
  return text.includes('"') && !text.includes("'") ? `'${text}'` : `"${text.replaceAll('"', "&quot;")}"`;
}
