import type { ReadableRunbook } from "../library/runbook";
import type { KnownValues } from "../search/filters";
import { fold } from "../search/fold";
import type { Instead, Offered } from "./answer";
import { type Names, resembling } from "./resembling";

/** The runbooks that were searched, and what there is to filter them by. */
export type Searched = { readable: ReadableRunbook[]; known: Pick<KnownValues, "service"> };
export type NamesOf = (runbook: ReadableRunbook) => Names;

const most = 5;

/**
 * What is offered where nothing answers: procedures whose names have the most in common with the query, and the start checklists
 * of the services that it names.
 * @param narrowed services that its filters ask for
 * @param names what a runbook and its procedures are called
 */
export function insteadOf(text: string, narrowed: string[], { readable, known }: Searched, names: NamesOf): Instead {
  const services = narrowed.length > 0 ? narrowed : namedIn(text, known.service);
  const ofServices = services.length > 0 ? readable.filter(({ service }) => services.includes(service)) : [];
  const asked = ofServices.length > 0 ? ofServices : readable;
  return {
    nearest: resembling(text, asked, names, most).map(({ runbook, anchor, title }) => placeOf(runbook, anchor, title)),
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
function namedIn(text: string, services: readonly string[]): string[] {
  const words = new Set(fold(text).split(/[^\p{L}\p{N}]+/u));
  return services.filter((service) => {
    const parts = fold(service).split(/[^\p{L}\p{N}]+/u);
    return parts.every((part) => words.has(part));
  });
}
