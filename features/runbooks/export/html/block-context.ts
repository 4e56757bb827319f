import type { Root as HastRoot, RootContent } from "hast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import type { Markup } from "@/lib/offline/worker/markup";
import type { RunbookPath } from "../../artifact";
import type { Surroundings } from "./surroundings";

/** A tag of FORMAT.md, or of its short list of HTML, in the tree that a page is made of. */
export type Tag = MdxJsxFlowElementHast | MdxJsxTextElementHast;
export type Shown = HastRoot | RootContent | Tag;

/** What a block needs to become HTML. */
export type BlockContext = {
  around: Surroundings;
  path: RunbookPath;
  /** Names of the runbook's variables. */
  declared: string[];
  /** Place of a step in its phase. */
  place?: { number: number; as: "step" | "attempt" };
  within: (nodes: Shown[], context: BlockContext) => Markup;
};
export type Attributes = Record<string, string | undefined>;
