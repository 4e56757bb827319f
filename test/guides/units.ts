/** One sentence, table cell or command line of a guide, that has to reach a reader's screen. */
export type Unit = { line: number; kind: "heading" | "prose" | "cell" | "code"; text: string };

/** Text without what layout may change: white space, Unicode composition. */
export const squeeze = (text: string): string => text.normalize("NFC").replace(/\s+/g, "");

/** What a reader sees of a page: no tags, no scripts, entities decoded. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " } as const;

/** Labels that became structure: the tag says them now, in the reader's language. */
const structure =
  /^(s[ií]ntomas?|causas?( posibles| comunes| t[ií]picas)?|soluci[oó]n(es)?( comunes)?|diagn[oó]stico( r[aá]pido)?|remediaci[oó]n|escalaci[oó]n|acci[oó]n|comandos|esperado|si falla|ejemplo)\b/i;
/** Dates, owners and versions: front matter says them now. */
const frontMatter = /^\*\*?\[?(volver|última|próxima|versión|preparado|propósito|fecha|mantenedor|criticidad)/i;
const ordinal = /^(\d+[.)]\s*|(paso|escenario|error|alert)\s*\d*\s*:\s*)/i;
const leadingSigns = /^[^\p{L}\p{N}¿¡<`/"(]+/u;

const plain = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|\W)[*_](\S[^*_]*)[*_](?=\W|$)/g, "$1$2")
    .replace(/\\(.)/g, "$1");

/** The units of a guide, in order. Tables of contents, rules and what became structure are left out. */
export function unitsOf(guide: string): Unit[] {
  const units: Unit[] = [];
  let fenced = false;
  let contents = false;
  for (const [index, raw] of guide.split("\n").entries()) {
    const add = (kind: Unit["kind"], text: string) => text && units.push({ line: index + 1, kind, text });
    const line = raw.trim();
    if (/^(```+|~~~+)/.test(line)) fenced = !fenced;
    // A comment line may have become the title of a step: its words count, not its mark.
    else if (fenced) add("code", line.replace(/^(#|--|\/\/)\s+(\d+[.)]\s*)?/, ""));
    else if (/^#{1,6}\s/.test(line)) {
      contents = /índice/i.test(line);
      if (!contents && line.startsWith("##")) add("heading", headingOf(line));
    } else if (contents || /^(-{3,}|\*{3,}|\|[\s:|-]+\|?)$/.test(line) || frontMatter.test(line)) continue;
    else if (line.startsWith("|")) {
      for (const cell of line.split(/(?<!\\)\|/))
        add(
          "cell",
          plain(cell)
            .replace(/^[^\p{L}\p{N}<>`/]+/u, "")
            .trim(),
        );
    } else add("prose", proseOf(line));
  }
  return units;
}

function headingOf(line: string): string {
  const text = plain(line.replace(/^#+\s+/, "")).replace(/^[^\p{L}\p{N}¿¡`/]+/u, "");
  const title = text
    .replace(ordinal, "")
    .replace(/\s*\([^)]*\)\s*$/, "")
    .replace(/^["“]|["”]$/g, "")
    .trim();
  return structure.test(title) ? "" : title;
}

function proseOf(line: string): string {
  const item = line.replace(/^>\s?/, "").replace(/^([-*+]|\d+[.)])\s+(\[[ x]\]\s+)?/, "");
  const text = plain(item).replace(leadingSigns, "").trim();
  return structure.test(text) ? "" : text;
}
