import { ownAnchors } from "./own-words";
import type { Place, Proposal, Proposals } from "./proposal";

const address = /\]\(([^()\n]{0,200})$/;
const runbook = /^(?:\/runbooks\/)?([^/\s]+\/[^/#\s]+)#/;

/** Inside of `](`: runbooks by title and path, their places behind `#`, and the places of this text. */
export function inLink(place: Place): Proposals | null {
  const { line, offset } = place;
  const typed = address.exec(line)?.[1];
  if (typed === undefined || /^(?:https?|mailto):/.test(typed)) return null;
  const from = offset - typed.length;
  const here = ownAnchors(place).map((one): Proposal => ({ ...one, label: `#${one.label}` }));
  if (typed.startsWith("#")) return { from, proposals: here };
  const other = runbook.exec(typed)?.[1];
  if (other)
    return { from, proposals: [], later: async (lookup) => anchors(other, await lookup.anchors(other)), narrows: true };
  return {
    from,
    proposals: typed === "" ? here : [],
    later: async (lookup) => {
      const found = await lookup.targets(typed.replace(/^\/?(?:runbooks\/)?/, ""));
      return found.map(
        ({ path, title }): Proposal => ({ label: title, kind: "link", detail: path, text: `/runbooks/${path}` }),
      );
    },
    narrows: true,
  };
}

const anchors = (path: string, found: { id: string; title: string }[]): Proposal[] =>
  found.map(({ id, title }) => ({
    label: title || id,
    kind: "link",
    detail: `#${id}`,
    text: `/runbooks/${path}#${id}`,
  }));
