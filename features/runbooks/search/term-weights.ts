import type { SearchSection } from "../artifact";
import type { LineReader } from "./line-reader";

/** How much a word tells where it stands. Symptoms and alerts are what somebody in trouble has at hand. */
const fields = { title: 6, symptoms: 4, alerts: 5, causes: 3, commands: 1.6, prose: 1, page: 1.4 } as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];
/**
 * How many words each usually has. Not the average of this library: it would change with every runbook, and with it the
 * weight of all others.
 */
const usualLength: Record<Field, number> = {
  title: 6,
  symptoms: 25,
  alerts: 2,
  causes: 25,
  commands: 30,
  prose: 120,
  page: 8,
};
const lengthInfluence = 0.55;
const saturation = 1.3;
/** Impacts are kept as bytes: this is what the largest of them stands for. */
export const fullImpact = saturation + 1;

type Page = { path: string; service: string; title: string };

/** What the sections of one runbook are found by: BM25F without what depends on other runbooks, from 1 to 255. */
export function weigher(page: Page, read: LineReader): (section: SearchSection) => Map<string, number> {
  return (section) => {
    const weights = new Map<string, number>();
    for (const field of fieldNames) {
      const counts = new Map<string, number>();
      let length = 0;
      for (const text of textOf(page, section, field).split("\n")) {
        const line = read(text);
        length += line.length;
        for (const term of line.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
      const weight = fields[field] / (1 - lengthInfluence + (lengthInfluence * length) / usualLength[field]);
      for (const [term, times] of counts) weights.set(term, (weights.get(term) ?? 0) + weight * times);
    }
    for (const [term, weight] of weights)
      weights.set(term, Math.max(1, Math.round((255 * weight) / (weight + saturation))));
    return weights;
  };
}

function textOf({ path, title, service }: Page, section: SearchSection, field: Field): string {
  if (field === "page") return `${section.kind === "page" ? "" : title} ${path.split("/").at(-1)} ${service}`;
  return section[field];
}
