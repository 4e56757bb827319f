import { ChangeSet, type Text } from "@codemirror/state";
import type { Problem } from "../../artifact";
import type { Rule } from "../../pipeline/rules";
import type { AuthorLanguage } from "../author-words";
import { nearest } from "../nearest";
import { scan } from "../structure/scan";
import * as attributes from "./attributes";
import { type Fix, type Fixer, type FixSource, fix } from "./fix";
import * as frontMatter from "./front-matter";
import * as missing from "./missing";
import { idsOf } from "./places";
import * as syntax from "./syntax";
import * as tags from "./tags";

const ownAnchor: Fixer = ({ values }, at, source) => {
  const target = values.target ?? "";
  const text = source.doc.sliceString(at, at + 2_000);
  const place = text.indexOf(`(${target}`);
  if (place < 0) return [];
  const from = at + place + 1;
  return nearest(target.slice(1), idsOf(source)).map((id) =>
    fix("setTarget", [{ from, to: from + target.length, insert: `#${id}` }], { id }),
  );
};

/** What mends a problem, by its rule. A rule that is not here needs its author. */
const fixers: Partial<Record<Rule, Fixer>> = {
  "unknown-tag": tags.unknownTag,
  "dotted-tag": tags.dottedTag,
  "forbidden-tag": tags.forbiddenTag,
  "html-tag": tags.htmlTag,
  fragment: tags.fragment,
  "void-tag": tags.voidTag,
  "unclosed-tag": tags.unclosedTag,
  "unexpected-closing-tag": tags.strayClosing,
  "unknown-attribute": attributes.unknownAttribute,
  "html-attribute": attributes.uselessAttribute,
  "event-attribute": attributes.uselessAttribute,
  "forbidden-attribute": attributes.uselessAttribute,
  "duplicate-attribute": attributes.uselessAttribute,
  "attribute-expression": attributes.expressionAttribute,
  spread: attributes.spread,
  "required-attribute": attributes.requiredAttribute,
  "attribute-value": attributes.attributeValue,
  "duplicate-id": attributes.duplicateId,
  "unknown-target": attributes.unknownTarget,
  "broken-anchor": ownAnchor,
  "mdx-brace": syntax.brace,
  expression: syntax.brace,
  "mdx-angle": syntax.angle,
  "mdx-autolink": syntax.autolink,
  "mdx-comment": syntax.htmlComment,
  import: syntax.code,
  "change-without-undo": missing.undo,
  "decision-without-options": missing.options,
  "triage-without-table": missing.table,
  "checklist-empty": missing.items,
  "front-matter-missing": frontMatter.noFrontMatter,
  "front-matter-absent": frontMatter.noFrontMatter,
  "front-matter-partial": frontMatter.partial,
  "front-matter-unclosed": frontMatter.unclosed,
  "front-matter-engine": frontMatter.engine,
  "front-matter-unknown-key": frontMatter.unknownKey,
  "front-matter-required": frontMatter.requiredKey,
  "front-matter-value": frontMatter.wrongValue,
  "front-matter-matcher": frontMatter.wrongMatcher,
  "service-mismatch": frontMatter.otherService,
};

/** An offset of a place that counts from 1, as problems have it; the nearest one of a text that has changed since. */
export function offsetOf(doc: Text, { line, column }: Pick<Problem, "line" | "column">): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + Math.max(column - 1, 0), found.to);
}

/**
 * What would mend a problem, the likeliest first; nothing where only the author can know.
 * @param at offset of the problem in this text
 */
export function fixesFor(problem: Problem, at: number, source: FixSource): Fix[] {
  const fixer = fixers[problem.rule as Rule];
  return fixer ? fixer(problem, at, source).filter(({ edits }) => edits.length > 0) : [];
}

/**
 * Mends several problems of a text, each with its likeliest fix, one after the other: what one adds, the next one knows.
 * @param places the problems with their offsets
 * @returns one change of the text, and how many were mended
 */
export function fixAll(doc: Text, lang: AuthorLanguage, places: { problem: Problem; at: number }[]) {
  let changes = ChangeSet.empty(doc.length);
  let [now, mended] = [doc, 0];
  for (const { problem, at } of places) {
    const [first] = fixesFor(problem, changes.mapPos(at, 1), { doc: now, marks: scan(now), lang });
    if (!first) continue;
    const next = ChangeSet.of(first.edits, now.length);
    now = next.apply(now);
    changes = changes.compose(next);
    mended += 1;
  }
  return { changes, doc: now, mended };
}
