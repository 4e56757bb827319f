import { offlinePages as en } from "@/messages/en.json";
import { offlinePages as es } from "@/messages/es.json";
import type { Manners } from "./manners";
import { type Markup, markup } from "./markup";

export type Texts = typeof es;
export const textsOf = ({ locale }: Manners): Texts => (locale === "en" ? en : es);

// Nothing on these pages runs; they show text, the portal's style and a form that the worker answers.
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page of the worker's own in the portal's frame. It has no script: it must work when nothing else does. */
export function framed(
  page: { title: string; main: Markup; search: string; status: number },
  manners: Manners,
  css: string[],
): Response {
  const t = textsOf(manners);
  const link = "rounded px-2 py-1.5 font-medium text-muted hover:bg-raised hover:text-ink";
  const { html } = markup`<!doctype html>
<html lang="${manners.locale}" class="${manners.fonts}" ${manners.theme ? markup`data-theme="${manners.theme}"` : ""} data-offline>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${t.product}</title>
${css.map((href) => markup`<link rel="stylesheet" href="${href}">`)}</head>
<body>
<header class="border-b border-line">
<nav aria-label="${t.nav}" class="mx-auto flex max-w-4xl flex-wrap items-center gap-1 px-4 py-2.5 sm:px-6">
<a href="/" class="mr-3 text-lg font-semibold tracking-tight">${t.product}</a>
<a href="/runbooks" class="${link}">${t.runbooks}</a>
<a href="/incidents" class="${link}">${t.incidents}</a>
</nav></header>
<main id="content" class="mx-auto max-w-4xl px-4 py-8 sm:px-6">
${searchField(t, page.search)}
${page.main}
</main></body></html>`;
  return new Response(html, {
    status: page.status,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });
}

const searchField = (t: Texts, value: string): Markup => markup`<search class="mb-8 block">
<form action="/search" class="flex items-stretch gap-2">
<input name="q" value="${value}" required maxlength="4000" aria-label="${t.search}" placeholder="${t.searchHint}" autocomplete="off" class="min-h-11 min-w-0 flex-1 rounded border border-line-strong bg-surface px-3 text-lg text-ink placeholder:text-muted">
<button class="rounded bg-accent px-4 font-medium text-accent-ink hover:bg-accent-strong">${t.searchDo}</button>
</form></search>`;
