import type { Severity } from "@/lib/severity";
import type { IncidentStatus, RoleName } from "../schema";
import type { WrittenKind } from "../timeline/schema";
import { type ClockNote, readTime, type TimePrefix } from "./time-prefix";
import { fold, meWords, severityOf, statusWords, verbs } from "./words";

/** What is wrong with a quick entry; the interface explains it by this name. */
export type QuickProblem = "future" | "no_text" | "unknown_status" | "unknown_severity" | "no_person";

/** `clock`: what is odd about a clock time, where the clocks were put back or forward. */
type When = { happenedAt: Date | null; clock?: ClockNote };

/** What a line will become. `text` is always the line as written. */
export type QuickEntry = { text: string } & (
  | ({ does: "entry"; kind: WrittenKind; body: string } & When)
  | ({ does: "status"; to: IncidentStatus; reason: string } & When)
  | ({ does: "severity"; to: Severity; reason: string } & When)
  /** `person`: null is the writer; a name as written otherwise, without the `@`. */
  | ({ does: "role"; role: RoleName; person: string | null } & When)
  | { does: "nothing"; problem: QuickProblem; values: Record<string, string> }
);

/**
 * Reads a line as the composer and `POST …/timeline` do, in Spanish or English: a time first (`-12m`, `hace 12 min`,
 * `14:05`, `ayer 23:50`), then a verb (`/status monitoring`, `/sev 2`, `/update …`, `/lead me`) or plain text. A slash word that
 * is no verb, such as a path, is text. Never throws.
 * @param now the clock that `-12m` counts from
 * @param zone writer's time zone for clock times: IANA name or offset
 */
export function readQuickEntry(text: string, now: Date, zone: string): QuickEntry {
  const first = readTime(text.trimStart(), now, zone);
  if (first.type === "future") return problem(text, "future", { time: first.written });
  const verb = readVerb(first.rest);
  if (!verb) return entry(text, "note", first.rest, whenOf(first));
  const second = first.type === "none" ? readTime(verb.rest, now, zone) : { ...first, rest: verb.rest };
  if (second.type === "future") return problem(text, "future", { time: second.written });
  return act(text, verb, second.rest, whenOf(second));
}

const whenOf = (time: TimePrefix): When =>
  time.type === "past" ? { happenedAt: time.at, ...(time.clock && { clock: time.clock }) } : { happenedAt: null };

type Verb = { word: string; rest: string };

function readVerb(text: string): Verb | null {
  const [whole, written = "", digit] = /^\/(\p{L}+)(?:-?([1-4]))?(?=\s|$)\s*/u.exec(text) ?? [];
  const word = fold(written);
  const verb = verbs.get(word);
  if (whole === undefined || !verb || (digit && verb.does !== "severity")) return null;
  const rest = text.slice(whole.length);
  return { word, rest: digit ? `${digit} ${rest}` : rest };
}

function act(text: string, { word }: Verb, rest: string, when: When): QuickEntry {
  const verb = verbs.get(word);
  if (!verb || verb.does === "entry") return entry(text, verb?.kind ?? "note", rest, when);
  const [, argument = "", reason = ""] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  if (verb.does === "status") {
    const to = statusWords.get(fold(argument));
    if (!to) return problem(text, "unknown_status", { status: argument });
    return { text, does: "status", to, reason: reason.trim(), ...when };
  }
  if (verb.does === "severity") {
    const to = severityOf(argument);
    if (!to) return problem(text, "unknown_severity", { severity: argument });
    return { text, does: "severity", to, reason: reason.trim(), ...when };
  }
  const person = rest.trim().replace(/^@/, "");
  if (person === "") return problem(text, "no_person", {});
  return { text, does: "role", role: verb.role, person: meWords.has(fold(rest.trim())) ? null : person, ...when };
}

function entry(text: string, kind: WrittenKind, body: string, when: When): QuickEntry {
  if (body.trim() === "") return problem(text, "no_text", {});
  return { text, does: "entry", kind, body: body.trimEnd(), ...when };
}

const problem = (text: string, name: QuickProblem, values: Record<string, string>): QuickEntry => ({
  text,
  does: "nothing",
  problem: name,
  values,
});
