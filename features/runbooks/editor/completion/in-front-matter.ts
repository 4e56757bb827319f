import { severities } from "@/lib/severity";
import { criticalities, keysOf } from "../../schema";
import type { OthersWords, Place, Proposal, Proposals } from "./proposal";

const nested = ["variables", "links", "contacts"];
const lists = new Set(["tags", "redirects"]);

const values = (all: readonly string[]): Proposal[] => all.map((label) => ({ label, kind: "value" }));
const words = (all: readonly string[]): Proposal[] =>
  all.map((label) => ({ label, kind: "word", text: scalar(label) }));
/** As YAML reads it back as that very text. */
const scalar = (text: string) => (/^[\p{L}_][\p{L}\p{N} _./-]*$/u.test(text) ? text : JSON.stringify(text));

/** Keys of the front matter, of what is listed in it, and the values that are known for each. */
export function inFrontMatter(place: Place): Proposals | null {
  const { line, offset, asked } = place;
  const parent = parentKey(place);
  const key = /^[a-zA-Z]*$/.exec(line) ?? (parent ? /(?:[{,-]|^)[ \t]*([a-zA-Z]*)$/.exec(line) : null);
  const value = /(?:^|[{,-])[ \t]*([a-zA-Z]+):[ \t]+(\[(?:[^\]]*,)?[ \t]*)?(["']?[^"',{}\]\n]*)$/.exec(line);
  if (value) {
    const [, name = "", , typed = ""] = value;
    return valuesOf(place, parent ?? "", name, offset - typed.trimStart().length);
  }
  if (parent === "tags" || parent === "alerts") return listed(place, parent);
  if (!key) return null;
  const word = key[1] ?? key[0];
  if (word === "" && !asked && line !== "") return null;
  const known = line.startsWith(" ") || line.startsWith("-") ? keysOf(parent ?? "-") : place.words.frontMatter;
  const present =
    line === word ? presentKeys(place) : new Set([...line.matchAll(/([a-zA-Z]+):/g)].map(([, one]) => one));
  const proposals = known
    .filter((one) => !present.has(one))
    .map((label): Proposal => ({ label, kind: "key", snippet: keySnippet(label) }));
  return { from: offset - word.length, proposals };
}

function keySnippet(key: string): string {
  if (lists.has(key)) return `${key}: [#{}]`;
  if (key === "alerts") return 'alerts:\n  - alertname="#{}"';
  if (key === "variables") return "variables:\n  - { name: #{NAME}, label: #{label} }";
  if (key === "links") return 'links:\n  - { title: #{Grafana}, url: "#{https://}" }';
  if (key === "contacts") return 'contacts:\n  - { name: #{name}, channel: "#{channel}" }';
  return `${key}: #{}`;
}

function presentKeys({ slice, marks }: Place): Set<string | undefined> {
  const [first] = marks;
  const text = first?.kind === "frontMatter" ? slice(first.from, first.to) : "";
  return new Set([...text.matchAll(/^([a-zA-Z]+):/gm)].map(([, one]) => one));
}

/** The key at the left margin that an indented line belongs to. */
function parentKey({ line, before }: Place): string | null {
  if (!/^[ \t-]/.test(line)) return /^([a-zA-Z]+):[ \t]*\[/.exec(line)?.[1] ?? null;
  return [...before.matchAll(/^([a-zA-Z]+):/gm)].at(-1)?.[1] ?? null;
}

function listed({ line, offset }: Place, parent: "tags" | "alerts"): Proposals | null {
  const typed = /^[ \t]*-[ \t]+(["']?.*)$/.exec(line)?.[1];
  if (typed === undefined) return null;
  return { from: offset - typed.length, proposals: [], later: async (lookup) => others(parent, await lookup.words()) };
}

const others = (parent: string, { tags, alerts }: OthersWords): Proposal[] =>
  parent === "tags" ? words(tags) : alerts.map((name) => ({ label: name, kind: "word", text: `alertname="${name}"` }));

const constants: Record<string, readonly string[]> = {
  lang: ["es", "en"],
  criticality: criticalities,
  reviewEvery: ["31d", "90d", "180d", "365d"],
  secret: ["true", "false"],
  from: [
    "instance",
    "service",
    "namespace",
    "pod",
    "job",
    "incident.key",
    "incident.title",
    "incident.severity",
    "incident.service",
  ],
  for: severities,
};

function valuesOf(
  { path, today, words: { frontMatter } }: Place,
  parent: string,
  key: string,
  from: number,
): Proposals | null {
  if (key === "reviewed" || key === "declared") return { from, proposals: values([today]) };
  if (key === "service")
    return {
      from,
      proposals: values([path.split("/")[0] ?? ""]),
      later: async (l) => words((await l.words()).services),
    };
  if (key === "owner") return { from, proposals: [], later: async (lookup) => words((await lookup.words()).owners) };
  if (key === "tags") return { from, proposals: [], later: async (lookup) => words((await lookup.words()).tags) };
  if (key === "severity" && frontMatter.includes("severity")) return { from, proposals: values(severities) };
  if (key === "name" && parent === "variables")
    return {
      from,
      proposals: [],
      later: async (lookup) =>
        (await lookup.words()).variables.map(({ name, label }) => ({ label: name, kind: "variable", detail: label })),
    };
  const known = constants[key];
  if (!known || (nested.includes(parent) && key === "lang")) return null;
  return { from, proposals: values(known) };
}
