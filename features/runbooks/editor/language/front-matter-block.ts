import type { Parser } from "@lezer/common";
import { parseMixed } from "@lezer/common";
import { tags } from "@lezer/highlight";
import type { MarkdownConfig } from "@lezer/markdown";

/** Front matter at the very beginning, its inside read by another language. */
export const frontMatterBlock = (yaml: Parser): MarkdownConfig => ({
  defineNodes: [
    { name: "FrontMatter", block: true },
    { name: "FrontMatterMark", style: tags.processingInstruction },
    { name: "FrontMatterText" },
  ],
  parseBlock: [
    {
      name: "FrontMatter",
      before: "HorizontalRule",
      parse(cx, line) {
        if (cx.lineStart !== 0 || line.text !== "---") return false;
        const marks = [cx.elt("FrontMatterMark", 0, 3)];
        let end = 3;
        while (cx.nextLine()) {
          const closes = line.text === "---";
          end = cx.lineStart + line.text.length;
          if (!closes) continue;
          marks.push(cx.elt("FrontMatterText", 4, cx.lineStart), cx.elt("FrontMatterMark", cx.lineStart, end));
          cx.nextLine();
          break;
        }
        if (marks.length === 1 && end > 4) marks.push(cx.elt("FrontMatterText", 4, end));
        cx.addElement(cx.elt("FrontMatter", 0, end, marks));
        return true;
      },
    },
  ],
  wrap: parseMixed((node) => (node.name === "FrontMatterText" ? { parser: yaml } : null)),
});
