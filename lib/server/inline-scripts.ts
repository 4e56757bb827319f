const opening = /<script\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const runs = new Set(["", "module", "text/javascript", "application/javascript"]);
const typeOf = (tag: string) => /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "";

/** The text of every inline script of a page that a browser would run, in order. Data blocks (`type="application/json"`) are none. */
export function inlineScripts(html: string): string[] {
  const found: string[] = [];
  for (const { 0: tag, index } of html.matchAll(opening)) {
    if (/\ssrc\s*=/i.test(tag) || !runs.has(typeOf(tag))) continue;
    const start = index + tag.length;
    const end = html.slice(start).search(/<\/script\b/i);
    if (end > 0) found.push(html.slice(start, start + end));
  }
  return found;
}
