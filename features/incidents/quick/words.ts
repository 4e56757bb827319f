import type { Severity } from "@/lib/severity";
import type { IncidentStatus, RoleName } from "../schema";
import type { WrittenKind } from "../timeline/schema";

/** Lower case, without accents: `Líder` is `lider`. */
export const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

type Verb =
  | { does: "entry"; kind: WrittenKind }
  | { does: "status" }
  | { does: "severity" }
  | { does: "role"; role: RoleName };

const spell = (words: string, verb: Verb) => words.split(" ").map((word) => [word, verb] as const);

/** What follows the slash, in Spanish and English. */
export const verbs: ReadonlyMap<string, Verb> = new Map([
  ...spell("status estado", { does: "status" }),
  ...spell("sev severity severidad", { does: "severity" }),
  ...spell("note nota", { does: "entry", kind: "note" }),
  ...spell("update actualizacion", { does: "entry", kind: "update" }),
  ...spell("decision", { does: "entry", kind: "decision" }),
  ...spell("evidence evidencia", { does: "entry", kind: "evidence" }),
  ...spell("verification verificacion", { does: "entry", kind: "verification" }),
  ...spell("escalation escalacion escalada", { does: "entry", kind: "escalation" }),
  ...spell("link enlace", { does: "entry", kind: "link" }),
  ...spell("lead lider", { does: "role", role: "lead" }),
  ...spell("ops operations operaciones", { does: "role", role: "operations" }),
  ...spell("comms communications comunicaciones comunicacion", { does: "role", role: "communications" }),
  ...spell("scribe relator secretario", { does: "role", role: "scribe" }),
]);

const statusSpelling: Record<IncidentStatus, string> = {
  investigating: "investigating investigando investigacion",
  identified: "identified identificado",
  mitigating: "mitigating mitigando mitigacion",
  monitoring: "monitoring monitorizando monitoreando monitorizacion vigilando",
  resolved: "resolved resuelto",
  closed: "closed cerrado",
};

export const statusWords: ReadonlyMap<string, IncidentStatus> = new Map(
  Object.entries(statusSpelling).flatMap(([status, words]) =>
    words.split(" ").map((word) => [word, status as IncidentStatus] as const),
  ),
);

/** `2`, `sev2` or `SEV-2`. */
export function severityOf(word: string): Severity | null {
  const digit = /^(?:sev-?)?([1-4])$/i.exec(word)?.[1];
  return digit ? (`SEV${digit}` as Severity) : null;
}

export const meWords: ReadonlySet<string> = new Set(["me", "yo", "mi", "@me", "@yo"]);
export const yesterdayWords: ReadonlySet<string> = new Set(["ayer", "yesterday"]);
