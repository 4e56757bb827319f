import { idFrom, idPool } from "../../pipeline/slug";
import { attributeOf } from "../structure/marks";
import { ownIds } from "./own-words";
import type { Lookup, Place, Proposal, Proposals } from "./proposal";

const openTag = /<([A-Z][A-Za-z]*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s+(?:([\w-]*)|([\w-]+)=(["'])([^"']*))$/;

/** Inside of a tag: the attributes that it has not got yet, required ones first, or the values of one. */
export function inTag(place: Place): Proposals | null {
  const { before, offset, words } = place;
  // A blank line ends a tag that was left half written above.
  const match = openTag.exec(before.slice(before.lastIndexOf("\n\n") + 1));
  const tag = match && words.tags.find((one) => one.name === match[1]);
  if (!match || !tag) return null;
  const [, , given = "", partial, attribute, , value = ""] = match;
  if (attribute !== undefined) {
    const known = tag.attributes.find((one) => one.name === attribute)?.values ?? [];
    return valuesOf(place, { attribute, value, given, known });
  }
  const present = new Set([...given.matchAll(/([\w-]+)(?==|\s|$)/g)].map((found) => found[1]));
  const proposals = tag.attributes
    .filter((one) => !present.has(one.name))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map(
      ({ name }): Proposal => ({
        label: name,
        kind: "attribute",
        snippet: name === "irreversible" ? name : `${name}="#{}"`,
      }),
    );
  return { from: offset - (partial ?? "").length, proposals };
}

const durations = ["30s", "1m", "2m", "5m", "10m", "15m", "30m", "1h"];

type Asked = { attribute: string; value: string; given: string; known: string[] };

function valuesOf(place: Place, { attribute, value, given, known }: Asked): Proposals {
  const from = place.offset - value.length;
  const values = (all: readonly string[]): Proposal[] => all.map((label) => ({ label, kind: "value" }));
  if (known.length > 0) return { from, proposals: values(known) };
  if (attribute === "goto") return targets(place, from, value);
  if (attribute === "within" || attribute === "after") return { from, proposals: values(durations) };
  if (attribute === "id") return { from, proposals: values(freshIds(place, given)) };
  if (attribute === "target") return { from, proposals: values(targetsOf(place)) };
  if (attribute === "alerts")
    return {
      from,
      proposals: [],
      later: async (lookup) => (await lookup.words()).alerts.map((label) => ({ label, kind: "word" })),
    };
  return { from, proposals: [] };
}

/** Steps, questions and procedures of this text; other runbooks by their path, and their places behind `#`. */
function targets(place: Place, from: number, value: string): Proposals {
  const other = /^([^#]+\/[^#]+)#/.exec(value)?.[1];
  if (other) return { from, proposals: [], later: (lookup) => placesOf(lookup, other), narrows: true };
  const later = async (lookup: Lookup) => {
    const found = await lookup.targets(value);
    return found
      .filter(({ path }) => path !== place.path)
      .map(({ path, title }): Proposal => ({ label: `${path}#`, kind: "link", detail: title }));
  };
  return { from, proposals: ownIds(place), later, narrows: true };
}

async function placesOf(lookup: Lookup, path: string): Promise<Proposal[]> {
  const leadable = new Set(["procedure", "step", "decision"]);
  return (await lookup.anchors(path))
    .filter(({ kind }) => leadable.has(kind))
    .map(({ id, title }) => ({ label: `${path}#${id}`, kind: "id", detail: title }));
}

/** An id made of the title that the tag has already. */
function freshIds({ marks }: Place, given: string): string[] {
  const title = /\b(?:title|question)=(["'])(.+?)\1/.exec(given)?.[2];
  if (!title) return [];
  const taken = marks.flatMap((mark) => (mark.kind === "tag" ? [attributeOf(mark, "id") ?? ""] : []));
  return [idPool(taken)(idFrom(title))];
}

function targetsOf({ marks }: Place): string[] {
  const found = marks.flatMap((mark) => (mark.kind === "tag" ? [attributeOf(mark, "target") ?? ""] : []));
  return [...new Set(found.filter(Boolean))];
}
