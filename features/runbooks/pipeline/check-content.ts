import type { Nodes, Root } from "mdast";
import { isAllowedUrl, schemeOf } from "../url";
import { checkPattern } from "./pattern";
import type { Report } from "./problem";
import { suggest } from "./suggest";
import { splitTarget } from "./target";
import { attribute, type Element, isElement, isNamed, walk } from "./tree";

/** Addresses, ids, targets and patterns: what needs more than the tag at hand to be judged. */
export function checkContent(tree: Root, report: Report): void {
  const ids = collectIds(tree, report);
  walk(tree, (node) => {
    for (const url of urlsOf(node)) {
      if (!isAllowedUrl(url.value)) report.add("url-scheme", url.at, { scheme: showScheme(url.value), url: url.value });
    }
    if (isNamed(node, "Option")) checkTarget(node, ids, report);
    if (isNamed(node, "Expect")) {
      const pattern = attribute(node, "matches");
      const refused = pattern === null ? null : checkPattern(pattern);
      if (pattern && refused)
        report.add(refused.rule, attributeNode(node, "matches"), { pattern, reason: refused.reason });
    }
    return undefined;
  });
}

function showScheme(url: string): string {
  const scheme = schemeOf(url) ?? "";
  return scheme === "//" ? "//" : `${scheme}:`;
}

function urlsOf(node: Nodes): { value: string; at: Nodes | { position?: Element["position"] } }[] {
  if (node.type === "link" || node.type === "image" || node.type === "definition")
    return [{ value: node.url, at: node }];
  if (!isElement(node)) return [];
  return node.attributes.flatMap((entry) =>
    entry.type === "mdxJsxAttribute" &&
    typeof entry.value === "string" &&
    /^(src|href|action|cite|data|poster|xlink:href)$/i.test(entry.name)
      ? [{ value: entry.value, at: entry.position ? entry : node }]
      : [],
  );
}

/** Every id that a tag declares, refusing the second of two equal ones. */
function collectIds(tree: Root, report: Report): Map<string, string> {
  const names = new Map<string, string>();
  const lines = new Map<string, number>();
  walk(tree, (node) => {
    const id = isElement(node) ? attribute(node, "id") : null;
    if (!id || !isElement(node)) return undefined;
    const first = lines.get(id);
    if (first !== undefined) report.add("duplicate-id", attributeNode(node, "id"), { id, first: String(first) });
    else {
      lines.set(id, attributeNode(node, "id").position?.start.line ?? 1);
      names.set(id, node.name ?? "");
    }
    return undefined;
  });
  return names;
}

/** Tags that a run can go to. */
const leadable = new Set(["Step", "Decision", "Procedure"]);

function checkTarget(option: Element, ids: Map<string, string>, report: Report): void {
  const goto = attribute(option, "goto");
  if (!goto) return;
  const target = splitTarget(goto);
  if (target.runbook !== null || !target.id) return;
  const tag = ids.get(target.id);
  if (tag !== undefined) {
    if (!leadable.has(tag)) report.add("target-not-a-step", attributeNode(option, "goto"), { target: target.id, tag });
    return;
  }
  report.add("unknown-target", attributeNode(option, "goto"), {
    target: target.id,
    suggestion: ids.size > 0 ? suggest(target.id, [...ids.keys()]) : "—",
  });
}

function attributeNode(element: Element, name: string): { position?: Element["position"] } {
  const found = element.attributes.find((entry) => entry.type === "mdxJsxAttribute" && entry.name === name);
  return found?.position ? found : element;
}
