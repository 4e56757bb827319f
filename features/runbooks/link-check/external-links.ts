import type { ReadableRunbook } from "../library/runbook";

export type ExternalLink = { url: string; line: number };

const longest = 2_000;

/** Addresses of other sites that a runbook leads to, in its text and among its tools; each once, without its fragment. */
export function externalLinks({ outline }: ReadableRunbook): ExternalLink[] {
  const written = [
    ...outline.links.map(({ href, line }) => ({ href, line })),
    ...outline.frontMatter.links.map(({ url }) => ({ href: url, line: 1 })),
  ];
  const found = new Map<string, ExternalLink>();
  for (const { href, line } of written) {
    const url = askable(href);
    if (url !== null && !found.has(url)) found.set(url, { url, line });
  }
  return [...found.values()];
}

/** An address as it is asked for; null for what is not http, or stands for something still to be filled in. */
export function askable(href: string): string | null {
  const text = href.trim();
  if (!/^https?:\/\//i.test(text) || text.length > longest || /[<>{}$]|%7B|%3C/i.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  url.hash = "";
  return url.href;
}
