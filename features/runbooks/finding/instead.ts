import type { ReadableRunbook } from "../library/runbook";
import { fold } from "../search/fold";
import type { Instead, Offered } from "./answer";

const most = 5;
/** Names that are looked at: a search that finds nothing must not cost more than one that does. */
const looked = 8_000;
/** Share of its three-letter pieces that a query has in common with a name that resembles it. */
const alike = 0.3;

/**
 * What is offered where nothing answers: procedures whose names have the most in common with the query, and the start checklists
 * of the services that it names.
 * @param narrowed services that its filters ask for
 */
export function insteadOf(text: string, narrowed: string[], runbooks: Iterable<ReadableRunbook>): Instead {
  const readable = [...runbooks];
  const services = narrowed.length > 0 ? narrowed : namedIn(text, new Set(readable.map(({ service }) => service)));
  const ofServices = readable.filter(({ service }) => services.includes(service));
  return {
    nearest: nearestTo(text, ofServices.length > 0 ? ofServices : readable),
    checklists: ofServices.flatMap(startLists).slice(0, most),
    services,
  };
}

const placeOf = ({ path, service, outline }: ReadableRunbook, anchor: string, title: string): Offered => ({
  path,
  anchor,
  title,
  service,
  lang: outline.frontMatter.lang,
});

const startLists = (runbook: ReadableRunbook): Offered[] =>
  runbook.outline.plan.checklists
    .filter(({ when }) => when === "start")
    .map(({ id, title }) => placeOf(runbook, id, title));

/** Services whose name, as a whole or as its words, is in the text. */
function namedIn(text: string, services: Set<string>): string[] {
  const words = new Set(fold(text).split(/[^\p{L}\p{N}]+/u));
  return [...services].filter((service) => {
    const parts = fold(service).split(/[^\p{L}\p{N}]+/u);
    return parts.every((part) => words.has(part));
  });
}

function nearestTo(text: string, runbooks: ReadableRunbook[]): Offered[] {
  const asked = pieces(text);
  if (asked.size === 0) return [];
  const found: { place: Offered; share: number }[] = [];
  for (const { runbook, anchor, title } of names(runbooks, looked)) {
    const named = pieces(title);
    let common = 0;
    for (const piece of named) if (asked.has(piece)) common += 1;
    const share = (2 * common) / (asked.size + named.size);
    if (share >= alike) found.push({ place: placeOf(runbook, anchor, title), share });
  }
  return found
    .toSorted((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ place }) => place);
}

/** The names of runbooks and of their procedures, `limit` at most. */
function* names(runbooks: ReadableRunbook[], limit: number) {
  let left = limit;
  for (const runbook of runbooks) {
    const { plan, frontMatter } = runbook.outline;
    for (const { id, title } of [...plan.procedures, { id: "", title: frontMatter.title }]) {
      if (left === 0) return;
      left -= 1;
      yield { runbook, anchor: id, title };
    }
  }
}

function pieces(text: string): Set<string> {
  const plain = ` ${fold(text)
    .slice(0, 300)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const all = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) all.add(plain.slice(at, at + 3));
  return all;
}
