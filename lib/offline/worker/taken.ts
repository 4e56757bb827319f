import type { Kept } from "./kept";

const page = /^\/runbooks\/([\w.-]+\/[\w.-]+)$/;
/** Runbooks that are named, and characters of their names: an address has to fit into a request's headers (16 kB). */
const most = { runbooks: 120, characters: 6_000 };

/** Asks for the index of the runbooks that were taken along, the newest copies first; a small library answers with all. */
export function indexAddress(address: string, copies: readonly Kept[]): string {
  const params = new URLSearchParams();
  const paths = copies
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap(({ path }) => page.exec(decodeURI(path))?.[1] ?? []);
  for (const path of new Set(paths)) {
    if (params.size === most.runbooks || params.toString().length > most.characters) break;
    params.append("taken", path);
  }
  return params.size === 0 ? address : `${address}?${params}`;
}
