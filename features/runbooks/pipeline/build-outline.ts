import type { Artifact, Problem, TocEntry } from "../artifact";
import { anchorsOf, headingId } from "./anchors";
import { buildPlan, buildVariables } from "./build-plan";
import { buildSections } from "./build-sections";
import { buildFlow } from "./flow";
import type { GatedRunbook } from "./gate";
import { attribute, isElement, textOf, walk } from "./tree";

/** All of an artifact but its code: what a runbook says, without compiling it. */
export type Outline = Omit<Artifact, "code" | "hash">;

export function buildOutline(runbook: GatedRunbook, warnings: Problem[]): Outline {
  return {
    path: runbook.path,
    format: runbook.format,
    frontMatter: runbook.frontMatter,
    plan: buildPlan(runbook),
    toc: buildToc(runbook),
    sections: buildSections(runbook),
    anchors: [...anchorsOf(runbook.tree)],
    links: buildLinks(runbook),
    variables: buildVariables(runbook),
    flow: buildFlow(runbook.tree, runbook.path),
    warnings,
    ...(runbook.postMortem ? { postMortem: runbook.postMortem } : {}),
  };
}

const tocKinds: Record<string, TocEntry["kind"]> = {
  Procedure: "procedure",
  Checklist: "checklist",
  Triage: "triage",
  Step: "step",
};

/** Headings keep their depth; a tagged block is one below the heading that it stands under, a step one below its block. */
function buildToc({ tree }: GatedRunbook): TocEntry[] {
  const toc: TocEntry[] = [];
  let heading = 1;
  let block = 2;
  walk(tree, (node, ancestors) => {
    const id = headingId(node);
    if (node.type === "heading" && id) {
      if (ancestors.length === 1) heading = node.depth;
      toc.push({ id, title: textOf(node), depth: ancestors.length === 1 ? node.depth : block + 1, kind: "heading" });
    }
    const kind = isElement(node) ? tocKinds[node.name ?? ""] : undefined;
    if (isElement(node) && kind) {
      if (kind !== "step") block = Math.min(heading + 1, 6);
      toc.push({
        id: attribute(node, "id") ?? "",
        title: attribute(node, "title") ?? "",
        depth: kind === "step" ? block + 1 : block,
        kind,
      });
    }
    return undefined;
  });
  return toc;
}

function buildLinks({ tree }: GatedRunbook): Artifact["links"] {
  const links: Artifact["links"] = [];
  walk(tree, (node) => {
    if (node.type === "link" || node.type === "definition" || node.type === "image") {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      links.push({ href: node.url, line, column });
    }
    if (isElement(node) && node.name === "Option") {
      const goto = attribute(node, "goto");
      const { line = 1, column = 1 } = node.position?.start ?? {};
      if (goto?.includes("/") || goto?.includes("#")) links.push({ href: goto, line, column });
    }
    return undefined;
  });
  return links;
}
