import { inflateSync } from "node:zlib";

/**
 * The text of each page of a PDF as Chromium prints it (Skia's: objects uncompressed, streams deflated, glyphs mapped by
 * `ToUnicode`, ISO 32000-1, 9.10.3), without white space, which is layout.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of pdf.toString("latin1").matchAll(/(\d+) 0 obj\b(.*?)endobj/gs)) {
    objects.set(id, body);
  }
  const letters = new Map<string, Map<string, string>>();
  const lettersOf = (font: string) => {
    const known = letters.get(font) ?? lettersIn(streamOf(objects.get(referred(objects.get(font), "ToUnicode"))));
    letters.set(font, known);
    return known;
  };
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return pages.map((page) => {
    let font = "";
    let text = "";
    for (const [, name, glyphs] of streamOf(objects.get(referred(page, "Contents"))).matchAll(
      /\/(\w+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g,
    )) {
      if (name) font = new RegExp(`/${name} (\\d+) 0 R`).exec(page)?.[1] ?? "";
      else for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += lettersOf(font).get(glyph) ?? "";
    }
    return text.replace(/\s/g, "");
  });
}

const referred = (body: string | undefined, key: string) =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(body ?? "")?.[1] ?? "";

function streamOf(body = ""): string {
  const start = /stream\r?\n/.exec(body);
  if (!start) return "";
  const bytes = body.slice(start.index + start[0].length, body.lastIndexOf("endstream"));
  return inflateSync(Buffer.from(bytes, "latin1")).toString("latin1");
}

/** Characters by glyph: single ones, and ranges that count on from the first. */
function lettersIn(map: string): Map<string, string> {
  const found = new Map<string, string>();
  const character = (code: string, more = 0) => {
    const units = (code.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
    return String.fromCharCode(...units.slice(0, -1), (units.at(-1) ?? 0) + more);
  };
  for (const [, from = "", to = from, code = ""] of map.matchAll(
    /^<([0-9A-F]{4})> (?:<([0-9A-F]{4})> )?<([0-9A-F]+)>$/gim,
  )) {
    const first = Number.parseInt(from, 16);
    for (let at = first; at <= Number.parseInt(to, 16); at += 1) {
      found.set(at.toString(16).toUpperCase().padStart(4, "0"), character(code, at - first));
    }
  }
  return found;
}
