import type { ReadableRunbook } from "../library/runbook";
import { fold } from "../search/fold";
import type { Instead, Offered } from "./answer";
import { alike, askedFor, type Names, roughlyAlike } from "./resembling";

export type NamesOf = (runbook: ReadableRunbook) => Names;

const most = 5;
/** Share of its three-letter pieces that a query has in common with a name that resembles it. */
const enough = 0.3;
/** Names that are compared in full: those that are most alike at a glance. */
const compared = 200;

/**
 * What is offered where nothing answers: procedures whose names have the most in common with the query, and the start checklists
 * of the services that it names.
 * @param narrowed services that its filters ask for
 * @param names what a runbook and its procedures are called
 */
export function insteadOf(text: string, narrowed: string[], readable: ReadableRunbook[], names: NamesOf): Instead {
  const services = narrowed.length > 0 ? narrowed : namedIn(text, new Set(readable.map(({ service }) => service)));
  const ofServices = readable.filter(({ service }) => services.includes(service));
  return {
    nearest: nearestTo(text, ofServices.length > 0 ? ofServices : readable, names),
    checklists: ofServices
      .filter(({ facts }) => facts.hasChecklists)
      .flatMap(startLists)
      .slice(0, most),
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

function nearestTo(text: string, runbooks: ReadableRunbook[], namesOf: NamesOf): Offered[] {
  const asked = askedFor(text);
  if (asked.pieces.size === 0) return [];
  const likely: { runbook: ReadableRunbook; name: Names["names"][number]; share: number }[] = [];
  for (const runbook of runbooks) {
    const named = namesOf(runbook);
    for (const [at, name] of named.names.entries()) {
      const share = roughlyAlike(named, at, asked);
      if (share >= enough / 2) likely.push({ runbook, name, share });
    }
  }
  return likely
    .sort((a, b) => b.share - a.share)
    .slice(0, compared)
    .map(({ runbook, name }) => ({ place: placeOf(runbook, name.anchor, name.title), share: alike(name.title, asked) }))
    .filter(({ share }) => share >= enough)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ place }) => place);
}
