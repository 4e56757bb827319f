/** An attribute as written; offsets count from the beginning of its tag. */
export type AttributeMark = {
  name: string;
  from: number;
  to: number;
  /** Null for a bare one, or one whose value is an expression. */
  value: string | null;
};

export type TagMark = {
  kind: "tag";
  from: number;
  to: number;
  name: string;
  form: "open" | "close" | "void";
  attributes: AttributeMark[];
};

/** A code fence with both of its lines; `bodyFrom` and `bodyTo` count from its beginning. */
export type FenceMark = {
  kind: "fence";
  from: number;
  to: number;
  lang: string;
  meta: string;
  bodyFrom: number;
  bodyTo: number;
};

export type HeadingMark = { kind: "heading"; from: number; to: number; depth: number; title: string };

/** Front matter with both of its lines; to the end of the text while it is not closed. */
export type FrontMatterMark = { kind: "frontMatter"; from: number; to: number; closed: boolean };
export type CommentMark = { kind: "comment"; from: number; to: number };

/** What gives a runbook its shape. In order of place; none overlaps another. */
export type Mark = TagMark | FenceMark | HeadingMark | FrontMatterMark | CommentMark;

/** The value of an attribute; null when it is bare or not there. */
export const attributeOf = (tag: TagMark, name: string): string | null =>
  tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;

export const hasAttribute = (tag: TagMark, name: string): boolean =>
  tag.attributes.some((attribute) => attribute.name === name);
