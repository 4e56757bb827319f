import { type Markup, markup } from "@/lib/offline/worker/markup";
import type { ReadableRunbook } from "../../library/runbook";
import { documentId } from "../html/surroundings";
import { sayBoth } from "../html/words";

/** The outline: services, their runbooks, and what each can be opened at. */
export function contentsHtml(runbooks: ReadableRunbook[]): Markup {
  const services = new Map<string, ReadableRunbook[]>();
  for (const runbook of runbooks) {
    const members = services.get(runbook.service) ?? [];
    if (members.length === 0) services.set(runbook.service, members);
    members.push(runbook);
  }
  const groups = [...services].map(
    ([service, members]) => markup`<li><b>${service}</b><ul>${members.map(runbookHtml)}</ul></li>\n`,
  );
  return markup`<nav aria-labelledby="contents-title"><details id="contents" open><summary><h2 id="contents-title">${sayBoth("exports.binder.contents")}</h2></summary><ul>${groups}</ul></details></nav>\n`;
}

function runbookHtml({ path, outline }: ReadableRunbook): Markup {
  const parts = outline.toc.filter(({ kind, depth }) => kind !== "step" && (kind !== "heading" || depth <= 2));
  const links = parts.map(({ id, title }) => markup`<li><a href="#${documentId(path, id)}">${title}</a></li>`);
  return markup`<li><a href="#${path}">${outline.frontMatter.title}</a>${links.length > 0 ? markup`<ul>${links}</ul>` : markup``}</li>\n`;
}
