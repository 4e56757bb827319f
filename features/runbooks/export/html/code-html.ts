import { type Markup, markup } from "@/lib/offline/worker/markup";
import { highlight, type Token } from "../../highlighting/highlight";
import type { Say } from "./words";

/** Code line by line: a long line wraps with a mark on each continuation, which nobody takes for a line break of the command. */
export function codeHtml(
  kind: "command" | "snippet",
  lang: string,
  text: string,
  declared: string[] | null,
  say: Say,
): Markup {
  const lines = highlight(lang, text, declared);
  const shown = lines.map(
    (line, at) => markup`<span class="code-line">${line.map(tokenHtml)}${at < lines.length - 1 ? "\n" : ""}</span>`,
  );
  const copy = markup`<button type="button" class="copy scripted">${say("exports.document.copy")}</button>`;
  return markup`<div class="code ${kind}"><pre class="soft-wrap" data-lang="${lang}"><code>${shown}</code></pre>${copy}</div>`;
}

function tokenHtml({ text, look, placeholder }: Token): Markup {
  if (placeholder) return markup`<span class="fill">${text}</span>`;
  return look ? markup`<span class="${look}">${text}</span>` : markup`${text}`;
}

/** Without the portal nothing draws a diagram; its text says the same. */
export const diagramHtml = (text: string, say: Say): Markup =>
  markup`<figure><figcaption class="label">${say("exports.document.diagram")}</figcaption><pre class="soft-wrap"><code>${text
    .split("\n")
    .map((line) => markup`<span class="code-line">${line}\n</span>`)}</code></pre></figure>`;
