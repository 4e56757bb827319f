import { readFile } from "node:fs/promises";
import path from "node:path";
import { readStyles, type StyleRule, stylesFor } from "./style-sheet";

/** Puts into a page what it needs of the style sheets that it links to, in their place. */
export type InlineStyles = (html: string) => Promise<string>;

const link =
  /<link\b(?=[^>]*\srel="stylesheet")(?![^>]*\smedia=)[^>]*\shref="(\/_next\/static\/[\w./~-]+\.css)"[^>]*>/g;
const classes = /\sclass="([^"]*)"/g;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const address = /url\((["']?)(?![a-z]+:|[/#"'])([^"')]+)/gi;

/**
 * Style sheets of the build in `root`, by page: the first paint waits for one answer instead of two, and for a fifth of the bytes.
 * @param later classes that the small client may add to a page
 */
export function inlineStyles(root: string, later: string[]): InlineStyles {
  const sheets = new Map<string, Promise<StyleRule[]>>();
  const clients = new Set(later);
  const sheet = (href: string) => {
    const known = sheets.get(href) ?? readSheet(root, href);
    sheets.set(href, known);
    return known;
  };
  return async (html) => {
    const own = new Set(classesOn(html));
    const styles = new Map<string, string>();
    for (const [, href = ""] of html.matchAll(link)) {
      if (!styles.has(href))
        styles.set(
          href,
          stylesFor(await sheet(href), (name) => own.has(name) || clients.has(name)),
        );
    }
    return html.replace(link, (_, href: string) => `<style>${styles.get(href)}</style>`);
  };
}

async function readSheet(root: string, href: string): Promise<StyleRule[]> {
  const file = path.join(root, ".next", path.posix.normalize(href).slice("/_next/".length));
  const css = await readFile(file, "utf8");
  return readStyles(
    css.replace(address, (_, quote: string, file: string) => `url(${quote}${path.posix.join(href, "..", file)}`),
  );
}

const classesOn = (html: string): string[] =>
  [...html.matchAll(classes)].flatMap(([, names = ""]) =>
    names.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? "").split(/\s+/),
  );
