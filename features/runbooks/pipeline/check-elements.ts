import type { Nodes, Parents, Root } from "mdast";
import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import { type ElementName, elementNames, isElementName } from "../element-names";
import { attributeExamples, elementSchemas, parentsOf } from "../element-schema";
import { forbiddenAttributes, forbiddenElements, htmlElements, isEventAttribute } from "./html";
import type { Report } from "./problem";
import { suggest } from "./suggest";
import { childrenOf, type Element, enclosing, isElement, isNamed, textOf, walk } from "./tree";

/** Markup only: refuses code in every form, and every tag and attribute that FORMAT.md does not list. */
export function checkElements(tree: Root, report: Report): void {
  walk(tree, (node, ancestors) => {
    if (node.type === "mdxjsEsm") {
      report.add("import", node, { keyword: /^\w+/.exec(node.value)?.[0] ?? "import" });
    } else if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
      if (!isComment(node.value))
        report.add("expression", node, { found: `{${node.value}}`, fix: `\\{${node.value}\\}` });
    } else if (isElement(node)) {
      checkElement(node, ancestors, report);
    }
    return undefined;
  });
}

/** Block comments and nothing beside them. */
export const isComment = (expression: string) => /^(?:\s*\/\*(?:(?!\*\/)[\s\S])*\*\/)+\s*$/.test(expression);

function checkElement(element: Element, ancestors: Parents[], report: Report): void {
  const name = element.name ?? "";
  const tag = `<${name}>`;
  if (name === "") report.add("fragment", element, { tag });
  else if (/[.:]/.test(name))
    report.add("dotted-tag", element, { tag, suggestion: suggest(name.split(/[.:]/).at(-1) ?? "", elementNames) });
  else if (isElementName(name)) {
    checkComponent(element, name, report);
    checkPlace(element, name, ancestors, report);
    return;
  } else if (Object.hasOwn(htmlElements, name)) {
    checkHtmlAttributes(element, name, report);
    return;
  } else if (forbiddenElements.has(name.toLowerCase())) report.add("forbidden-tag", element, { tag });
  else if (/^[A-Z]/.test(name) || elementNames.some((known) => known.toLowerCase() === name.toLowerCase())) {
    report.add("unknown-tag", element, { tag, suggestion: suggest(name, elementNames), fix: `\\${tag}` });
  } else if (standardHtml.test(name)) {
    report.add("html-tag", element, {
      tag,
      allowed: Object.keys(htmlElements)
        .map((known) => `\`${known}\``)
        .join(", "),
    });
  } else report.add("unknown-tag", element, { tag, suggestion: suggest(name, elementNames), fix: `\\${tag}` });
  plainAttributes(element, report);
}

const standardHtml =
  /^(a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|body|button|caption|center|cite|code|col|colgroup|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|ins|label|li|main|map|mark|nav|ol|p|picture|pre|q|rp|rt|ruby|s|samp|search|section|small|span|strike|strong|tfoot|time|title|tt|ul|var|wbr)$/;

/** Refuses spreads, expressions, duplicates and what no tag may carry; returns the rest. */
function plainAttributes(element: Element, report: Report): MdxJsxAttribute[] {
  const seen = new Set<string>();
  return element.attributes.flatMap((entry): MdxJsxAttribute[] => {
    if (entry.type === "mdxJsxExpressionAttribute") {
      report.add("spread", located(entry, element));
      return [];
    }
    const { name } = entry;
    if (seen.has(name)) report.add("duplicate-attribute", located(entry, element), { attribute: name });
    seen.add(name);
    if (typeof entry.value === "object" && entry.value !== null) {
      report.add("attribute-expression", located(entry, element), { attribute: name, fix: `${name}="…"` });
    }
    if (isEventAttribute(name)) report.add("event-attribute", located(entry, element), { attribute: name });
    else if (forbiddenAttributes.has(name.toLowerCase()))
      report.add("forbidden-attribute", located(entry, element), { attribute: name });
    else if (entry.value === null || entry.value === undefined || typeof entry.value === "string") return [entry];
    return [];
  });
}

const located = (entry: { position?: Element["position"] }, element: Element) => (entry.position ? entry : element);

function checkHtmlAttributes(element: Element, name: string, report: Report): void {
  const allowed = htmlElements[name] ?? {};
  for (const entry of plainAttributes(element, report)) {
    if (!Object.hasOwn(allowed, entry.name))
      report.add("html-attribute", located(entry, element), { attribute: entry.name, tag: `<${name}>` });
  }
}

function checkComponent(element: Element, name: ElementName, report: Report): void {
  const entries = plainAttributes(element, report);
  const values = Object.fromEntries(entries.map((entry) => [entry.name, entry.value ?? true]));
  const schema = elementSchemas[name];
  const result = schema.safeParse(values);
  if (result.success) return;
  for (const issue of result.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const entry = entries.find((candidate) => candidate.name === key);
        const known = Object.keys(schema.shape);
        report.add("unknown-attribute", entry ? located(entry, element) : element, {
          tag: `<${name}>`,
          attribute: key,
          suggestion: known.length > 0 ? suggest(key, known) : "—",
        });
      }
      continue;
    }
    const key = String(issue.path[0] ?? "");
    const entry = entries.find((candidate) => candidate.name === key);
    if (entry)
      report.add("attribute-value", located(entry, element), {
        attribute: key,
        example: issue.message === "irreversible" ? "irreversible" : `${key}="${issue.message}"`,
      });
    else if (!element.attributes.some((other) => other.type === "mdxJsxAttribute" && other.name === key)) {
      report.add("required-attribute", element, {
        tag: `<${name}>`,
        attribute: key,
        example: attributeExamples[key] ?? `${key}="…"`,
      });
    }
  }
}

function checkPlace(element: Element, name: ElementName, ancestors: Parents[], report: Report): void {
  const parents = parentsOf[name];
  if (parents) {
    const parent = enclosing(ancestors)?.name ?? "root";
    if (!(parents as readonly string[]).includes(parent)) {
      const rule = parents.includes("root") ? "nesting-top" : "nesting";
      report.add(rule, element, { tag: `<${name}>`, parents: parents.map((known) => `\`${known}\``).join(", ") });
    }
  }
  if (name === "Decision" && !childrenOf(element).some((child) => isNamed(child, "Option")))
    report.add("decision-without-options", element);
  if (name === "Triage" && !hasTable(element)) report.add("triage-without-table", element);
  if (name === "Checklist" && !hasItems(element)) report.add("checklist-empty", element);
}

function hasTable(element: Element): boolean {
  return childrenOf(element).some((child) => child.type === "table" && child.children.length > 1);
}

function hasItems(element: Element): boolean {
  const isItem = (node: Nodes) => isNamed(node, "Step") || (node.type === "list" && textOf(node) !== "");
  return childrenOf(element).some(isItem);
}
