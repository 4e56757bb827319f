import type { Root } from "mdast";
import type { Problem, RunbookPath } from "../artifact";
import { isElementName } from "../element-names";
import { type DocumentKind, frontMatterOf, type PostMortemMatter } from "../post-mortem-matter";
import { type FrontMatter, kebab } from "../schema";
import { resolveAlerts } from "./alerts";
import { anchorsOf, assignAnchors } from "./anchors";
import { isBounded } from "./bounds";
import { checkContent } from "./check-content";
import { checkElements } from "./check-elements";
import { checkFlow } from "./check-flow";
import { defaultFrontMatter } from "./default-front-matter";
import { buildFlow } from "./flow";
import { readFrontMatter, readPostMortemMatter, splitFrontMatter } from "./front-matter";
import { lint } from "./lint";
import { parse } from "./parse";
import { isPlain, tagPlainMarkdown } from "./plain";
import { prescan } from "./prescan";
import { hasErrors, inFileOrder, report as newReport, type Report } from "./problem";
import { resolveRawHtml } from "./raw-html";
import { idFrom } from "./slug";
import { isElement, unravel, walk } from "./tree";

/** Bytes of a runbook at most. */
export const maxBytes = 512 * 1024;

export type GateInput = {
  /** How problems name the file. */
  file: string;
  path: RunbookPath;
  format: "mdx" | "md";
  source: string;
  /** A post-mortem has its own front matter, and no procedures. */
  kind?: DocumentKind;
};

/** A file that passed: markup only, every tag and attribute known, every id unique. */
export type GatedRunbook = {
  path: RunbookPath;
  format: "mdx" | "md";
  frontMatter: FrontMatter;
  /** What the front matter of a post-mortem said. */
  postMortem: PostMortemMatter | null;
  /** With anchors assigned, raw HTML resolved, and plain Markdown tagged. */
  tree: Root;
  /** The source with its front matter blanked out. */
  body: string;
};

export type GateResult = { problems: Problem[]; runbook: GatedRunbook | null };

/**
 * Reads one runbook and refuses it unless it is markup only (FORMAT.md). All problems are collected, with their place
 * in the whole file. Pure, never throws; refuses in bounded time what no parser should see.
 * @returns the problems in file order, and the runbook unless one of them is an error.
 */
export function gate(input: GateInput): GateResult {
  const report = newReport(input.file);
  const runbook = read(input, report);
  const problems = inFileOrder(report.problems);
  return { problems, runbook: hasErrors(problems) ? null : runbook };
}

function read(input: GateInput, report: Report): GatedRunbook | null {
  const bytes = input.source.length > maxBytes ? input.source.length : new TextEncoder().encode(input.source).length;
  if (bytes > maxBytes) {
    report.add("file-too-large", null, { size: String(Math.ceil(bytes / 1024)), limit: String(maxBytes / 1024) });
    return null;
  }
  if (input.source.includes("\0")) {
    report.add("not-text", null);
    return null;
  }
  checkPath(input, report);
  const source = input.source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { yaml, body } = splitFrontMatter(source, report);
  const tree = prescan(body, input.format, report) ? parse(body, input.format, report) : null;
  const postMortem = isPostMortem(input) && yaml !== null ? readPostMortemMatter(yaml, report) : null;
  const frontMatter = isPostMortem(input)
    ? postMortem && frontMatterOf(postMortem)
    : matterOf(input, yaml, tree, report);
  if (!tree || !isBounded(tree, report)) return null;
  if (input.format === "mdx") unravel(tree);
  else {
    resolveRawHtml(tree);
    if (!isBounded(tree, report)) return null;
  }
  checkElements(tree, report);
  if (isPostMortem(input)) refuseRunbookTags(tree, report);
  checkContent(tree, report);
  const matter = frontMatter ?? (yaml === null ? withoutFrontMatter(input, tree, report) : null);
  if (!matter || hasErrors(report.problems)) return null;
  resolveAlerts(tree);
  const pool = assignAnchors(tree);
  if (isPlain(tree) && !isPostMortem(input)) tagPlainMarkdown(tree, matter.title, pool);
  lint(tree, anchorsOf(tree), report);
  checkFlow(buildFlow(tree, input.path), report);
  return { path: input.path, format: input.format, frontMatter: matter, postMortem, tree, body };
}

const isPostMortem = ({ kind }: GateInput) => kind === "postmortem";

/** The front matter of a runbook, which has to name its folder. */
function matterOf(input: GateInput, yaml: string | null, tree: Root | null, report: Report): FrontMatter | null {
  const matter = yaml === null ? null : readFrontMatter(yaml, report, missingKeys(input, tree));
  if (matter) checkService(matter, input, yaml ?? "", report);
  return matter;
}

/** Nobody runs a post-mortem: only what explains has a place in it. */
function refuseRunbookTags(tree: Root, report: Report): void {
  walk(tree, (node) => {
    const name = isElement(node) ? (node.name ?? "") : "";
    if (isElementName(name) && name !== "Callout") report.add("post-mortem-tag", node, { tag: `<${name}>` });
    return undefined;
  });
}

/** What stands for the required keys that plain Markdown leaves out. */
function missingKeys({ format, path }: GateInput, tree: Root | null): (() => Partial<FrontMatter>) | null {
  if (format === "mdx" || !tree) return null;
  return () => {
    const { title, service, lang, owner } = defaultFrontMatter(path, tree);
    return { title, service, lang, owner };
  };
}

/** Plain Markdown may come without front matter; a runbook in MDX may not. */
function withoutFrontMatter(input: GateInput, tree: Root, report: Report): FrontMatter | null {
  if (input.format === "mdx") {
    if (!hasErrors(report.problems.filter((entry) => entry.rule.startsWith("front-matter"))))
      report.add(isPostMortem(input) ? "post-mortem-front-matter" : "front-matter-missing", null);
    return null;
  }
  report.add("front-matter-absent", null);
  return defaultFrontMatter(input.path, tree);
}

function checkPath({ path, format }: GateInput, report: Report): void {
  const name = path.split("/").at(-1) ?? "";
  if (kebab.test(name)) return;
  const usable = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) && !name.includes("..");
  report.add(format === "md" && usable ? "path-name-style" : "path-name", null, { name, example: idFrom(name) });
}

function checkService(frontMatter: FrontMatter, { path }: GateInput, yaml: string, report: Report): void {
  const folder = path.split("/")[0] ?? "";
  if (frontMatter.service === folder) return;
  const line = yaml.split("\n").findIndex((text) => /^\s*["']?service\b/.test(text));
  report.add("service-mismatch", { line: line + 2, column: 1 }, { service: frontMatter.service, folder });
}
