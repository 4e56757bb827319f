import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  snippetCompletion,
} from "@codemirror/autocomplete";
import { fold } from "../../../search/fold";
import type { Lookup, Place, Proposal } from "../../completion/proposal";
import { proposalsAt } from "../../completion/proposals";
import { textLanguage } from "../../shaping/wrap";
import { structureField } from "../../structure/structure-field";
import type { Vocabulary } from "../../vocabulary";

const types: Record<Proposal["kind"], string> = {
  block: "class",
  tag: "type",
  attribute: "property",
  value: "constant",
  key: "keyword",
  id: "variable",
  variable: "variable",
  link: "text",
  word: "text",
};

function optionOf({ label, detail, snippet, text, kind }: Proposal, order: number): Completion {
  const shown = { label, type: types[kind], boost: -order / 100, ...(detail ? { detail } : {}) };
  return snippet === undefined ? { ...shown, apply: text ?? label } : snippetCompletion(snippet, shown);
}

/** How far back the text is read for a tag that the cursor is in. */
const reach = 2_000;

function placeOf({ state, pos, explicit }: CompletionContext, words: Vocabulary, path: string): Place {
  const before = state.sliceDoc(Math.max(0, pos - reach), pos);
  return {
    line: state.sliceDoc(state.doc.lineAt(pos).from, pos),
    before,
    offset: pos,
    marks: state.field(structureField),
    slice: (from, to) => state.sliceDoc(from, to),
    words,
    lang: textLanguage(state),
    path,
    today: new Date().toLocaleDateString("sv"), // ISO 8601, of the writer's day
    asked: explicit,
  };
}

const sameWord = /^(?:[<$]?[{/]?[\p{L}\p{N}_ $.{-]*)$/u;

/** Those that hold what was typed in their name or title; those that begin with it first. */
function fitting(proposals: Proposal[], typed: string): Proposal[] {
  const sought = fold(typed);
  const held = proposals.filter(({ label, detail }) => fold(`${label} ${detail ?? ""}`).includes(sought));
  const begins = ({ label }: Proposal) => fold(label).startsWith(sought);
  return [...held.filter(begins), ...held.filter((one) => !begins(one))];
}

/** Proposals of the text and its format at once; what other runbooks say joins them when the server has answered. */
export function completionSources(words: Vocabulary, path: string, lookup: Lookup): CompletionSource[] {
  const own = (context: CompletionContext): CompletionResult | null => {
    const found = proposalsAt(placeOf(context, words, path));
    if (!found || found.proposals.length === 0) return null;
    const { from, proposals, narrows } = found;
    if (!narrows) return { from, options: proposals.map(optionOf), validFor: sameWord };
    // What comes unfiltered from the server would otherwise stand before everything that is filtered here.
    const options = fitting(proposals, context.state.sliceDoc(from, context.pos)).map(optionOf);
    return options.length === 0 ? null : { from, options, filter: false };
  };
  const others = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const found = proposalsAt(placeOf(context, words, path));
    if (!found?.later) return null;
    const { from, proposals, later, narrows } = found;
    const known = new Set(proposals.map(({ label }) => label));
    const more = (await later(lookup)).filter(({ label }) => !known.has(label));
    if (context.aborted || more.length === 0) return null;
    const options = more.map((one, at) => optionOf(one, proposals.length + at));
    // What the server has found for these very words need not begin with them.
    return { from, options, ...(narrows ? { filter: false } : { validFor: sameWord }) };
  };
  return [own, others];
}
