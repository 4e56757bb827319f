import type { Locale } from "@/lib/context";
import { markup } from "@/lib/offline/worker/markup";
import type { ReadableRunbook } from "../../library/runbook";
import { runbookHref } from "../../links";
import { closing, type Frame, opening } from "../document/frame";
import { pageName } from "../document/page-margins";
import { runbookArticle, type State } from "../document/runbook-article";
import type { Surroundings } from "../html/surroundings";
import { sayIn, textIn } from "../html/words";
import { type CodeChoice, codeChoices } from "./code-choices";
import { qrSvg } from "./qr-code";

export type Printed = {
  runbook: ReadableRunbook;
  state: State;
  lang: Locale;
  codes: CodeChoice;
  portal: string;
  commit: string | null;
  /** UTC, e.g. `2026-01-15 03:10 UTC`. */
  madeAt: string;
};

/** A runbook for paper: its text, codes that lead back to it, boxes to tick, and nothing of the portal. */
export function printDocument(printed: Printed, frame: Frame, picture: Surroundings["picture"]): string {
  const { runbook, state, lang, codes, portal, commit, madeAt } = printed;
  const around: Surroundings = {
    say: sayIn(lang),
    portal,
    has: (path) => path === runbook.path,
    picture,
    code: (kind, address) =>
      codes === "none" || (codes === "procedures" && kind === "step")
        ? ""
        : qrSvg(address, textIn(lang, "exports.print.code", { address })),
  };
  return [
    opening(frame),
    controls(printed).html,
    markup`<div class="frame"><main>`.html,
    runbookArticle(runbook, state, around).html,
    markup`<p class="muted ${pageName(runbook.service)}">${textIn(lang, "exports.print.from", { commit: commit ?? "—", madeAt })}</p></main></div>`
      .html,
    closing(frame, null),
  ].join("\n");
}

/** What stands above the text on the screen only. */
function controls({ runbook, lang, codes }: Printed) {
  const here = `${runbookHref(runbook.path)}/print`;
  const choices = codeChoices.map((choice) => {
    const current = choice === codes ? { html: ' aria-current="page"' } : markup``;
    return markup`<a href="${here}?codes=${choice}"${current}>${textIn(lang, `exports.print.codes.${choice}`)}</a> `;
  });
  return markup`<header class="bar screen"><button type="button" id="print" class="scripted">${textIn(lang, "exports.print.print")}</button>
<nav class="choices" aria-label="${textIn(lang, "exports.print.choose")}">${choices}</nav><a href="${runbookHref(runbook.path)}">${textIn(lang, "exports.print.back")}</a></header>`;
}
