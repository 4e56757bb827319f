/** A commit message with a line that names who approved it, as `git interpret-trailers` reads it. */
export function withReviewer(message: string, reviewer: { name: string; email: string | null }): string {
  const clean = (text: string) => text.replaceAll(/[<>\p{Cc}]+/gu, " ").trim();
  const line = `Reviewed-by: ${clean(reviewer.name)}${reviewer.email ? ` <${clean(reviewer.email)}>` : ""}`;
  const body = message.trimEnd();
  // A trailer joins the ones that are there; otherwise an empty line sets it apart (git-interpret-trailers(1)).
  const last = body.split("\n\n").at(-1) ?? "";
  const joins = body.includes("\n\n") && last.split("\n").every((one) => /^[A-Za-z-]+: \S/.test(one));
  return `${body}${joins ? "\n" : "\n\n"}${line}`;
}
