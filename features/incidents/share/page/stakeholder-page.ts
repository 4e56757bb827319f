import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import type { Severity } from "@/lib/severity";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import type { IncidentStatus } from "../../schema";
import { incidentStatuses } from "../../vocabulary";
import type { Shown } from "../shown/shown";
import { Html, html } from "./html";
import { markdownHtml } from "./markdown-html";
import { script } from "./script";
import { style } from "./style";

const messages = { es, en };
const marks: Record<Severity, string> = { SEV1: "▲▲", SEV2: "▲", SEV3: "◆", SEV4: "●" };
/** What stakeholders see of an incident's way; closing is ours. */
const way = incidentStatuses.filter((status) => status !== "closed");

/** The whole page, as its reader's language and the time of asking have it. It works without its script. */
export function stakeholderPage(shown: Shown, locale: Locale, now: Date): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "incidents.share.page" });
  const part = createTranslator({ locale, messages: messages[locale], namespace: "incidents.updates.part" });
  const time = (at: Date) => html`<time datetime="${at.toISOString()}">${stamp(at)}</time>`;
  const { title, kind, status, severity, since, resolvedAt, nextUpdateDueAt, updates, expiresAt } = shown;

  const next = nextUpdateDueAt && dueLine(nextUpdateDueAt);
  const body = html`<main><h1>${title}</h1>
<section class="card" aria-labelledby="status">
<h2 class="small" id="status">${t("now")}</h2>
<p class="status">${t(`status.${status}`)}</p>
<p>${kind === "drill" && html`<strong>${t("drill")}</strong> · `}<span aria-hidden="true">${marks[severity]}</span> ${t(`impact.${severity}`)}</p>
<p class="small">${t("since")} ${time(since)}${resolvedAt && html` · ${t("resolvedAt")} ${time(resolvedAt)}`}</p>
${wayLine(status)}
${next}
</section>
<section aria-labelledby="updates"><h2 id="updates">${t("updates")}</h2>
${updates.length === 0 && html`<p>${t("none")}</p>`}
${updates.map(
  (
    update,
  ) => html`<article class="card update"><p class="small">${time(update.at)}${update.corrected && html` · ${t("corrected")}`}</p>
${markdownHtml(update.condition)}
${(["actions", "needs"] as const).map((name) => update[name] !== "" && html`<h3>${part(name)}</h3>${markdownHtml(update[name])}`)}
</article>`,
)}
</section></main>`;
  const foot = html`<footer class="small">
<p id="said" role="status" data-text="${t("said")}"></p>
<p id="lost" hidden>${t("lost")}</p>
<p>${t("checked")} <time id="checked" datetime="${now.toISOString()}">${stamp(now)}</time> · <a href="">${t("again")}</a></p>
<p>${t("expires")} ${time(expiresAt)}</p>
</footer>`;
  return page(locale, title, html`${body}${foot}`, true);

  function wayLine(at: IncidentStatus): Html {
    const reached = way.indexOf(at === "closed" ? "resolved" : at);
    const look = (index: number) =>
      index === reached ? html` aria-current="step"` : html`${index < reached && html` class="past"`}`;
    return html`<ol class="way" aria-label="${t("way")}">${way.map(
      (step, index) => html`<li${look(index)}><span>${t(`step.${step}`)}</span></li>`,
    )}</ol>`;
  }

  function dueLine(at: Date): Html {
    const late = at <= now;
    const off = (hidden: boolean) => html`${hidden && html` hidden`}`;
    return html`<p class="next${late && html` late`}" data-due="${at.toISOString()}"><span data-ahead${off(late)}>${t("next")} ${time(at)} <span data-away></span></span><span data-late${off(!late)}>${t("late")} ${time(at)} <span data-away></span></span></p>`;
  }
}

/** What everybody gets whose link opens nothing: the same for one that never was, has expired or was revoked. */
export function closedPage(locale: Locale, why: "gone" | "slow" | "away"): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "incidents.share.page" });
  const text = html`<main><h1>${t(`${why}.title`)}</h1><p>${t(`${why}.text`)}</p><p><a href="">${t("again")}</a></p></main>`;
  return page(locale, t(`${why}.title`), text, false);
}

function page(locale: Locale, title: string, content: Html, live: boolean): string {
  const refresh = live && html`<noscript><meta http-equiv="refresh" content="60"></noscript>`;
  return html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">${refresh}<style>${new Html(style)}</style></head><body><div class="page"><p class="brand">Bitácora</p>${content}</div>${live && html`<script>${new Html(script)}</script>`}</body></html>`
    .text;
}

/** `2026-01-15 03:12 UTC`, until the reader's browser says its own clock. */
const stamp = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
