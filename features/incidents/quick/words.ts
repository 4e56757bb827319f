import type { Severity } from "@/lib/severity";
import type { IncidentStatus, RoleName } from "../schema";
import type { WrittenKind } from "../timeline/schema";

/** Lower case, without accents: `Líder` is `lider`. */
export const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

export type Verb =
  | { does: "entry"; kind: WrittenKind }
  | { does: "status" }
  | { does: "severity" }
  | { does: "role"; role: RoleName };

/** How a verb is called in each language; the first word is the one that is offered. */
export type Spelling = { verb: Verb; es: [string, ...string[]]; en: [string, ...string[]] };

const entry = (kind: WrittenKind): Verb => ({ does: "entry", kind });
const role = (name: RoleName): Verb => ({ does: "role", role: name });

/** What may follow the slash, in the order in which it is offered. */
export const spellings: readonly Spelling[] = [
  { verb: entry("decision"), es: ["decisión"], en: ["decision"] },
  { verb: entry("evidence"), es: ["evidencia"], en: ["evidence"] },
  { verb: entry("update"), es: ["actualización"], en: ["update"] },
  { verb: { does: "status" }, es: ["estado"], en: ["status"] },
  { verb: { does: "severity" }, es: ["sev", "severidad"], en: ["sev", "severity"] },
  { verb: role("lead"), es: ["líder"], en: ["lead"] },
  { verb: role("operations"), es: ["operaciones"], en: ["operations", "ops"] },
  { verb: role("communications"), es: ["comunicaciones", "comunicación"], en: ["communications", "comms"] },
  { verb: role("scribe"), es: ["relator", "secretario"], en: ["scribe"] },
  { verb: entry("verification"), es: ["verificación"], en: ["verification"] },
  { verb: entry("escalation"), es: ["escalado", "escalación", "escalada"], en: ["escalation"] },
  { verb: entry("alert"), es: ["alerta"], en: ["alert"] },
  { verb: entry("link"), es: ["enlace"], en: ["link"] },
  { verb: entry("note"), es: ["nota"], en: ["note"] },
];

/** What follows the slash, folded. */
export const verbs: ReadonlyMap<string, Verb> = new Map(
  spellings.flatMap(({ verb, es, en }) => [...es, ...en].map((word) => [fold(word), verb] as const)),
);

/** How each status is called; the first word of a language is the one that is offered. */
export const statusSpelling: Record<IncidentStatus, { es: [string, ...string[]]; en: [string, ...string[]] }> = {
  investigating: { es: ["investigando", "investigación"], en: ["investigating"] },
  identified: { es: ["identificado"], en: ["identified"] },
  mitigating: { es: ["mitigando", "mitigación"], en: ["mitigating"] },
  monitoring: { es: ["monitorizando", "monitoreando", "monitorización", "vigilando"], en: ["monitoring"] },
  resolved: { es: ["resuelto"], en: ["resolved"] },
  closed: { es: ["cerrado"], en: ["closed"] },
};

export const statusWords: ReadonlyMap<string, IncidentStatus> = new Map(
  Object.entries(statusSpelling).flatMap(([status, { es, en }]) =>
    [...es, ...en].map((word) => [fold(word), status as IncidentStatus] as const),
  ),
);

/** `2`, `sev2` or `SEV-2`. */
export function severityOf(word: string): Severity | null {
  const digit = /^(?:sev-?)?([1-4])$/i.exec(word)?.[1];
  return digit ? (`SEV${digit}` as Severity) : null;
}

export const meWords: ReadonlySet<string> = new Set(["me", "yo", "mi", "@me", "@yo"]);
/** Days before today, by the word that calls them. */
export const dayWords: ReadonlyMap<string, number> = new Map([
  ["hoy", 0],
  ["today", 0],
  ["ayer", 1],
  ["yesterday", 1],
]);
