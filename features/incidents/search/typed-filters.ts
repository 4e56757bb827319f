import { z } from "zod";
import { fold } from "@/features/runbooks/search/fold";
import { Severity, Status } from "../schema";
import { incidentKinds } from "../vocabulary";

/** Filters of a search, by the names that they have in the address. */
export type TypedFilters = Partial<
  Record<"status" | "severity" | "service" | "kind" | "from" | "to" | "person", string>
>;

type Name = keyof TypedFilters;

/** What may be typed before the colon, in both languages. */
const names: Record<string, Name> = {
  status: "status",
  estado: "status",
  sev: "severity",
  severity: "severity",
  severidad: "severity",
  gravedad: "severity",
  service: "service",
  servicio: "service",
  kind: "kind",
  tipo: "kind",
  from: "from",
  since: "from",
  desde: "from",
  to: "to",
  until: "to",
  hasta: "to",
  person: "person",
  persona: "person",
  lead: "person",
  lider: "person",
};

const statuses: Record<string, string> = {
  investigando: "investigating",
  identificado: "identified",
  mitigando: "mitigating",
  observando: "monitoring",
  vigilando: "monitoring",
  resuelto: "resolved",
  cerrado: "closed",
  activo: "active",
  activos: "active",
  todos: "all",
};
const kinds: Record<string, string> = { incidente: "incident", simulacro: "drill", ensayo: "drill" };

export const Day = z.iso.date();
const StatusFilter = z.union([Status, z.enum(["active", "all"])]);

const readers: Record<Name, (value: string) => string | undefined> = {
  status: (value) => StatusFilter.safeParse(statuses[fold(value)] ?? fold(value)).data,
  severity: (value) => Severity.safeParse(/^\d$/.test(value) ? `SEV${value}` : value.toUpperCase()).data,
  service: (value) => value,
  kind: (value) => z.enum(incidentKinds).safeParse(kinds[fold(value)] ?? fold(value)).data,
  from: (value) => Day.safeParse(value).data,
  to: (value) => Day.safeParse(value).data,
  person: (value) => value,
};

const typed = /(?<=^|\s)(\p{L}{2,9}):(?:"([^"]{1,100})"|([^\s":]{1,100}))(?=\s|$)/gu;

/** Takes `service:api sev:1 estado:cerrado` out of a query. What looks like a filter and is none (`host:5432`) stays a word. */
export function typedFilters(query: string): { text: string; filters: TypedFilters } {
  const filters: TypedFilters = {};
  const text = query.replace(typed, (whole, name: string, inQuotes: string | undefined, bare: string | undefined) => {
    const filter = names[fold(name)];
    const value = filter && readers[filter](inQuotes ?? bare ?? "");
    if (!filter || value === undefined) return whole;
    filters[filter] = value;
    return "";
  });
  return { text: text.replace(/^\s+/, ""), filters };
}
