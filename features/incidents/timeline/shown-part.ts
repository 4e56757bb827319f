/** Lines and characters shown of a long text before somebody asks for all. */
const shownLines = 24;
const shownCharacters = 6_000;

/** The beginning of a long text, whole lines where it has any. A little more than the limit is not worth a button. */
export function shownPart(body: string, whole: boolean): { text: string; lines: number; cut: boolean } {
  const lines = body.split("\n");
  const cut = lines.length > shownLines + 6 || body.length > shownCharacters * 1.2;
  if (!cut || whole) return { text: body, lines: lines.length, cut };
  const head = lines.slice(0, shownLines).join("\n");
  if (head.length <= shownCharacters) return { text: head, lines: lines.length, cut };
  const end = head.lastIndexOf("\n", shownCharacters);
  return { text: `${head.slice(0, end > 0 ? end : shownCharacters)}…`, lines: lines.length, cut };
}

const fileLine = /(?:^|\n\n)\[(?:\\.|[^\]\\])*\]\(\/api\/v1\/attachments\/[\da-f-]+\)$/;

/** What was written about a file, without the link to it at the end: the file itself is shown below. */
export const captionOf = (body: string): string => body.replace(fileLine, "");
