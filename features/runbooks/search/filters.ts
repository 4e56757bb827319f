import type { Severity } from "@/lib/severity";
import type { Criticality } from "../schema";
import { fold } from "./fold";
import { slips } from "./slips";

export const filterNames = ["service", "sev", "lang", "owner"] as const;
export type FilterName = (typeof filterNames)[number];

/** What may be typed before the colon, in both languages, folded. */
const aliases: Record<string, FilterName> = {
  service: "service",
  servicio: "service",
  sev: "sev",
  severity: "sev",
  severidad: "sev",
  gravedad: "sev",
  criticality: "sev",
  criticidad: "sev",
  lang: "lang",
  language: "lang",
  idioma: "lang",
  lengua: "lang",
  owner: "owner",
  responsable: "owner",
  equipo: "owner",
  team: "owner",
};

/** Other words for a value, folded. */
const synonyms: Partial<Record<FilterName, Record<string, string>>> = {
  sev: {
    critica: "critical",
    critico: "critical",
    alta: "high",
    alto: "high",
    media: "medium",
    medio: "medium",
    baja: "low",
    bajo: "low",
    "1": "SEV1",
    "2": "SEV2",
    "3": "SEV3",
    "4": "SEV4",
  },
  lang: {
    espanol: "es",
    castellano: "es",
    spanish: "es",
    ingles: "en",
    english: "en",
  },
};

/** The values that there are, as runbooks spell them. */
export type KnownValues = Record<FilterName, readonly string[]>;

export type TypedFilter = {
  name: FilterName;
  /** `-service:…`: those are left out. */
  not: boolean;
  /** As it was typed, e.g. `-servicio:pagos`. */
  typed: string;
  /** The known values that it stands for; none for one that nothing has, and then it narrows nothing. */
  values: string[];
  /** Of an unknown value: the known ones that come nearest. */
  nearest: string[];
};

/** What a filter looks at in a runbook. */
export type Traits = {
  service: string;
  owner: string;
  lang: string;
  criticality: Criticality | null;
  /** Of its procedures. */
  severities: readonly Severity[];
};

const typedFilter = /(?<=^|\s)(-?)(\p{L}{2,12}):(?:"([^"\n]{1,100})"?|([^\s":/]{1,100}))(?=\s|$)/gu;

/**
 * Takes `service:pagos -lang:en gravedad:alta` out of a query. A value stands for the known one that it is, or else for those
 * that it begins, as a whole or one of their words. What names no filter (`host:5432`) or no known value stays a word of the
 * query; a pasted text of several lines has no filters.
 */
export function parseFilters(query: string, known: KnownValues): { text: string; filters: TypedFilter[] } {
  if (query.includes("\n")) return { text: query, filters: [] };
  const filters: TypedFilter[] = [];
  const text = query.replace(
    typedFilter,
    (whole, not: string, alias: string, quoted: string | undefined, bare: string | undefined) => {
      const name = aliases[fold(alias)];
      if (!name) return whole;
      const value = quoted ?? bare ?? "";
      const values = meantBy(name, value, known[name]);
      const nearest = values.length > 0 ? [] : nearestOf(value, known[name]);
      filters.push({ name, not: not === "-", typed: whole, values, nearest });
      return values.length > 0 ? "" : whole;
    },
  );
  return { text: text.replace(/\s+/g, " ").trim(), filters };
}

function meantBy(name: FilterName, value: string, known: readonly string[]): string[] {
  const folded = fold(value);
  const meant = fold(synonyms[name]?.[folded] ?? value);
  const exact = known.filter((one) => fold(one) === meant);
  if (exact.length > 0) return exact;
  return known.filter((one) => fold(one).startsWith(meant) || wordsOf(one).some((word) => word.startsWith(meant)));
}

const wordsOf = (value: string) => fold(value).split(/[^\p{L}\p{N}]+/u);

/** Slips up to which a value resembles a known one. */
const farthest = 3;
const shownNearest = 3;

function nearestOf(value: string, known: readonly string[]): string[] {
  const folded = fold(value);
  return known
    .map((one) => ({
      one,
      far: Math.min(...[fold(one), ...wordsOf(one)].map((text) => slips(folded, text, farthest))),
    }))
    .filter(({ far }) => far <= Math.min(farthest, folded.length / 2))
    .toSorted((a, b) => a.far - b.far || a.one.localeCompare(b.one))
    .slice(0, shownNearest)
    .map(({ one }) => one);
}

/** Whether a runbook passes: one of the values of each filter asked for, and none of those left out. Null where nothing narrows. */
export function passing(filters: TypedFilter[]): ((traits: Traits) => boolean) | null {
  const effective = filters.filter(({ values }) => values.length > 0);
  if (effective.length === 0) return null;
  const wanted = filterNames.flatMap((name) => {
    const values = effective.filter((one) => one.name === name && !one.not).flatMap((one) => one.values);
    return values.length > 0 ? [{ name, values }] : [];
  });
  const refused = effective.filter(({ not }) => not);
  const has = (traits: Traits, { name, values }: { name: FilterName; values: string[] }) =>
    traitsOf(traits, name).some((trait) => values.includes(trait));
  return (traits) => wanted.every((one) => has(traits, one)) && !refused.some((one) => has(traits, one));
}

function traitsOf(traits: Traits, name: FilterName): readonly string[] {
  if (name !== "sev") return [traits[name]];
  return traits.criticality === null ? traits.severities : [traits.criticality, ...traits.severities];
}

const unfinished = /(?:^|\s)(-?)(\p{L}{2,12}):("?)([^\s":/]*)$/u;
const shownCompletions = 8;

/** A filter that is being typed at the end of a query, completed: the whole query for each value that it may become. */
export function completions(query: string, known: KnownValues): { value: string; query: string }[] {
  const found = unfinished.exec(query);
  const [, not = "", alias = "", , begun = ""] = found ?? [];
  const name = aliases[fold(alias)];
  if (!found || !name) return [];
  const before = query.slice(
    0,
    query.length - (alias.length + 1 + begun.length + not.length + (found[3]?.length ?? 0)),
  );
  const values = begun === "" ? known[name] : meantBy(name, begun, known[name]);
  return values
    .filter((value) => fold(value) !== fold(begun))
    .slice(0, shownCompletions)
    .map((value) => ({
      value,
      query: `${before}${not}${alias}:${/\s/.test(value) ? `"${value}"` : value} `,
    }));
}
