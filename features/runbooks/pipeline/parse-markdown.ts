import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** CommonMark with GFM, as a tree. Apart from MDX, whose parser of JavaScript no browser should have to load. */
export const parseMarkdown = (text: string): Root => markdown.parse(text);
