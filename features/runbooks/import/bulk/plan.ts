import type { Imported } from "../import-markdown";
import { formatNotice, type Notice, type NoticeRule } from "../notice";
import { kebabName, type SourceFile } from "../sources/source-file";
import type { Taken } from "../taken";

/** Where a text will stand below the folder of the runbooks. */
export type Target = { service: string; path: string };

/** The service is the one that was asked for, else the name of the text's folder; the file keeps its name in kebab-case. */
export function targetOf(file: SourceFile, service: string | null): Target {
  const parts = file.path.split("/");
  const name = kebabName((parts.at(-1) ?? "").replace(/\.[^.]+$/, ""), "runbook");
  const folder = service ?? kebabName(parts.at(-2) ?? "", "importados");
  return { service: folder, path: `${folder}/${name}` };
}

const forPeople: ReadonlySet<NoticeRule> = new Set([
  "mojibake",
  "owner-wanted",
  "front-matter-broken",
  "front-matter-key",
  "block-as-text",
  "file-as-text",
  "address-as-text",
  "encoding",
]);

/** Whether a notice asks somebody to do something. */
export const isForPeople = ({ rule }: Notice): boolean => forPeople.has(rule);

/** Lines of a report: what was noticed, what a person should look at first. */
export function linesOf(imported: Imported): string[] {
  const sorted = imported.notices.toSorted(
    (a, b) => Number(isForPeople(b)) - Number(isForPeople(a)) || a.line - b.line,
  );
  const shown = sorted
    .slice(0, 20)
    .map((one) => `${isForPeople(one) ? "look at" : "note"} line ${one.line}: ${shorten(formatNotice(one))}`);
  return sorted.length > 20 ? [...shown, `… and ${sorted.length - 20} notices more`] : shown;
}

/** Why a result is not written; null when it is whole. */
export function refusalOf(imported: Imported, taken: Pick<Taken, "problems" | "equivalence">): string | null {
  const error = [...imported.problems, ...taken.problems].find((one) => one.severity === "error");
  if (error) return `line ${error.line}: ${error.message}`;
  const [missing] = taken.equivalence.missing;
  if (missing)
    return `not all of its text would be on the page; missing on line ${missing.line}: ${shorten(missing.text)}`;
  return taken.equivalence.complete ? null : "its text could not be compared with the page";
}

const shorten = (text: string) => (text.length > 140 ? `${text.slice(0, 140)}…` : text);
