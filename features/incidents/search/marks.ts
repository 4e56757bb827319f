import { tokenize } from "@/features/runbooks/search/terms";
import { partsOf } from "./document";

/**
 * What two incidents can have in common, as `sort:value`. Those of the facts and of the runs are read anew with them; errors
 * and alerts are gathered as the timeline tells of them.
 */
export type MarkSort = "service" | "alert" | "error" | "procedure" | "word";

/** Marks of one incident at most: a pasted log of a thousand errors resembles everything. */
const most = 200;

const code = /\b(?:[A-Z]{1,8}-?\d{3,6}|[A-Z][A-Z0-9]+_[A-Z0-9_]*[A-Z0-9])\b/g;
const exception = /\b(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Timeout|Failure)\b/g;
const ownKey = /^INC-\d+$/;

/** Names of errors in a text: `E1234`, `ORA-00600`, `OUT_OF_MEMORY`, `InvalidPasswordError`; by their last name where they have several. */
export function errorNames(text: string): string[] {
  const found = [...(text.match(code) ?? []), ...(text.match(exception) ?? [])];
  const names = found.map((name) => name.split(".").at(-1) ?? name).filter((name) => !ownKey.test(name));
  return [...new Set(names)];
}

type Facts = { title: string; services: string[]; labels: Record<string, string> };

/** What the facts of an incident and its runs say of it. */
export function factMarks({ title, services, labels }: Facts, procedures: string[]): string[] {
  const alert = labels.alertname;
  const words = tokenize(title).flatMap((token) => partsOf(token).filter((part) => part.length > 2));
  return [
    ...services.map((service) => `service:${service}`),
    ...(alert ? [`alert:${alert}`] : []),
    ...errorNames(title).map((name) => `error:${name}`),
    ...procedures.map((procedure) => `procedure:${procedure}`),
    ...[...new Set(words)].map((word) => `word:${word}`),
  ];
}

type Told = { kind: string; body: string };
const tellingKinds = ["note", "evidence", "alert", "step", "verification", "decision"];

/** What an entry says of its incident. */
export function entryMarks({ kind, body }: Told): string[] {
  if (!tellingKinds.includes(kind)) return [];
  const alert = kind === "alert" ? /^[\w.-]{3,80}/.exec(body.trim())?.[0] : undefined;
  return [...(alert ? [`alert:${alert}`] : []), ...errorNames(body).map((name) => `error:${name}`)];
}

const isGathered = (mark: string) => mark.startsWith("error:") || mark.startsWith("alert:");

/** All marks of an incident: the facts as they are now, and what was gathered before and now. */
export const mergedMarks = (facts: string[], before: string[], told: string[]): string[] =>
  [...new Set([...facts, ...before.filter(isGathered), ...told])].slice(0, most);
