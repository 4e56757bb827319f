import { z } from "zod";
import { type ElementName, elementNames } from "../element-names";
import { elementSchemas, parentsOf } from "../element-schema";
import { postMortemKeys } from "../post-mortem-matter";
import { keysOf } from "../schema";

export type AttributeWord = { name: string; required: boolean; values: string[] };
export type TagWord = { name: ElementName; parents: string[] | null; attributes: AttributeWord[] };

/** What the editor can propose, derived from the schemas that the gate judges by. */
export type Vocabulary = { tags: TagWord[]; frontMatter: string[] };

type JsonSchema = { enum?: unknown[]; const?: unknown; properties?: Record<string, JsonSchema>; required?: string[] };

export function vocabulary(): Vocabulary {
  return { tags: elementNames.map(tagWord), frontMatter: keysOf() };
}

/** For a post-mortem: what explains, and its own front matter. */
export const postMortemVocabulary = (): Vocabulary => ({ tags: [tagWord("Callout")], frontMatter: postMortemKeys() });

function tagWord(name: ElementName): TagWord {
  const options = { io: "input", unrepresentable: "any" } as const;
  const schema = z.toJSONSchema(elementSchemas[name], options) as JsonSchema;
  const attributes = Object.entries(schema.properties ?? {}).map(([attribute, shape]) => ({
    name: attribute,
    required: schema.required?.includes(attribute) ?? false,
    values: (shape.enum ?? []).filter((value) => typeof value === "string"),
  }));
  const parents = parentsOf[name];
  return { name, parents: parents && [...parents], attributes };
}
