import type { Root } from "mdast";
import type { RunbookPath } from "../artifact";
import { FrontMatter } from "../schema";
import { textOf } from "./tree";

const spanish = /\b(el|la|los|las|de|del|que|para|con|una|por|si|es|como)\b/gi;
const english = /\b(the|of|and|to|is|for|with|this|that|if|in|are|be)\b/gi;

/** What a Markdown file without front matter says of itself: the first heading, its folder, and the language of its words. */
export function defaultFrontMatter(path: RunbookPath, tree: Root): FrontMatter {
  const [service = "", name = ""] = path.split("/");
  const heading = tree.children.find((node) => node.type === "heading");
  const text = textOf(tree).slice(0, 20_000);
  const lang = (text.match(spanish)?.length ?? 0) > (text.match(english)?.length ?? 0) ? "es" : "en";
  const title = heading ? textOf(heading).slice(0, 300) : "";
  return FrontMatter.parse({ title: title || name, service: service || "-", lang, owner: "—" });
}
