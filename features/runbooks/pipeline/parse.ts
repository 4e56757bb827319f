import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFileMessage } from "vfile-message";
import { parseMarkdown } from "./parse-markdown";
import { maxDepth } from "./prescan";
import type { Report } from "./problem";
import { explain } from "./syntax-error";

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/**
 * Parses Markdown or MDX. A syntax error of MDX stops the parser, so the offending character is masked and the rest
 * is parsed again: an author sees all mistakes at once.
 * @returns the tree, of the masked text where there were errors; null when nothing could be read.
 */
export function parse(body: string, format: "mdx" | "md", report: Report): Root | null {
  let text = body;
  // Each attempt parses the whole file again: fewer for long ones.
  const attempts = Math.max(1, Math.min(25, Math.floor(600_000 / (body.length + 1))));
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return format === "mdx" ? mdx.parse(text) : parseMarkdown(text);
    } catch (error) {
      if (error instanceof RangeError) {
        report.add("too-deep", { line: 1, column: 1 }, { limit: String(maxDepth) });
        return null;
      }
      if (!(error instanceof VFileMessage)) throw error;
      const found = explain(error, text);
      report.add(found.rule, found.at, found.values);
      if (found.mask === null || text[found.mask] === "·") return null;
      text = `${text.slice(0, found.mask)}·${text.slice(found.mask + 1)}`;
    }
  }
  return null;
}
