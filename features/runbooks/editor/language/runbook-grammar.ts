import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { fenceLanguage, yaml } from "./fence-languages";
import { frontMatterBlock } from "./front-matter-block";
import { mdxTags } from "./mdx-tags";

/** Markdown with GFM, the tags of MDX, front matter as YAML, and fences in their languages. */
export const runbookGrammar = markdown({
  base: markdownLanguage,
  completeHTMLTags: false,
  codeLanguages: fenceLanguage,
  extensions: [frontMatterBlock(yaml.parser), mdxTags],
});
