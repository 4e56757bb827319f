import { isCommand } from "../../command";
import { slug } from "../../pipeline/slug";
import { placeholdersOf } from "../../placeholders";
import { attributeOf, type FenceMark, type Mark } from "../structure/marks";
import type { Place, Proposal } from "./proposal";

const leadable = new Set(["Step", "Decision", "Procedure"]);

/** Ids of this text that an answer can lead to. */
export const ownIds = ({ marks }: Place, tags: Set<string> | null = leadable): Proposal[] =>
  marks.flatMap((mark): Proposal[] => {
    const id = mark.kind === "tag" && (!tags || tags.has(mark.name)) ? attributeOf(mark, "id") : null;
    if (mark.kind !== "tag" || !id) return [];
    const title = attributeOf(mark, "title") ?? attributeOf(mark, "question") ?? "";
    return [{ label: id, kind: "id", detail: title }];
  });

/** Ids and headings of this text that a link can lead to. */
export function ownAnchors(place: Place): Proposal[] {
  const headings = place.marks.flatMap((mark): Proposal[] =>
    mark.kind === "heading" && mark.title ? [{ label: slug(mark.title), kind: "id", detail: mark.title }] : [],
  );
  return [...ownIds(place, null), ...headings];
}

const frontMatterText = ({ marks, slice }: Pick<Place, "marks" | "slice">): string => {
  const [first] = marks;
  return first?.kind === "frontMatter" ? slice(first.from, first.to) : "";
};

/** Names under `variables:` in the front matter, as far as they can be told without reading it as YAML. */
export function declaredIn(frontMatter: string): string[] {
  const block = /^variables:[^\n]*((?:\n(?:[ \t-][^\n]*)?)*)/m.exec(frontMatter);
  if (!block) return [];
  return [...block[0].matchAll(/\bname:[ \t]*["']?([\p{L}_][\p{L}\p{N}_.:-]*)/gu)].map(([, name = ""]) => name);
}

export const declaredVariables = (place: Pick<Place, "marks" | "slice">) => declaredIn(frontMatterText(place));

/** Variables that the commands of this text use. */
export function usedVariables({ marks, slice, offset }: Place): string[] {
  const names = new Set<string>();
  for (const mark of marks) {
    if (!isCommandFence(mark) || (mark.from <= offset && offset <= mark.to)) continue;
    for (const { name } of placeholdersOf(slice(mark.from + mark.bodyFrom, mark.from + mark.bodyTo))) names.add(name);
  }
  return [...names];
}

export const isCommandFence = (mark: Mark): mark is FenceMark =>
  mark.kind === "fence" && isCommand(mark.lang, mark.meta);
