import { type Library, library } from "../library/adapter";
import { isReadable } from "../library/runbook";
import { type SearchResult, search } from "./search";
import { buildIndex, type IndexedSection, type SearchIndex } from "./search-index";

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraSearch?: { library: Library; index: SearchIndex } };

/** Searches all readable runbooks, as they are on disk now. Works without a database. */
export async function searchRunbooks(query: string, limit?: number): Promise<SearchResult[]> {
  return search(await searchIndex(), query, limit);
}

/** The index of the library as it is now, built again when a runbook has changed. */
export async function searchIndex(): Promise<SearchIndex> {
  const current = await library();
  if (shared.bitacoraSearch?.library !== current)
    shared.bitacoraSearch = { library: current, index: buildIndex(sectionsOf(current)) };
  return shared.bitacoraSearch.index;
}

function sectionsOf({ runbooks }: Library): IndexedSection[] {
  return [...runbooks.values()]
    .filter(isReadable)
    .flatMap(({ path, service, outline }) =>
      outline.sections.map((section) => ({ path, service, title: outline.frontMatter.title, section })),
    );
}
