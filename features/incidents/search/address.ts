import { SearchIncidents } from "./schema";

export type Parameters = Record<string, string | string[] | undefined>;

const names = ["q", "status", "severity", "service", "kind", "from", "to", "person", "cursor"] as const;
export type Asked = Partial<Record<(typeof names)[number], string>>;

/** What an address asks for; what it asks wrongly is left out. */
export function filtersOf(parameters: Parameters): Asked {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = parameters[name];
      const first = (Array.isArray(value) ? value[0] : value)?.trim();
      return first && SearchIncidents.shape[name].safeParse(first).success ? [[name, first]] : [];
    }),
  );
}

/** Whether anything is asked but where to go on. */
export const isFiltered = ({ cursor: _, ...asked }: Asked): boolean => Object.keys(asked).length > 0;

/** The page that asks this. */
export function pageHref(asked: Asked): string {
  const query = new URLSearchParams(asked).toString();
  return query === "" ? "/incidents" : `/incidents?${query}`;
}
