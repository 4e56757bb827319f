// The service worker (/sw.js), bundled by lib/server/worker-bundle.ts with what it has to know of its build.
import { setExtraMeanings } from "@/features/runbooks/search/glossary";
import { type PortableIndex, unpack } from "@/features/runbooks/search/portable-index";
import { buildIndex } from "@/features/runbooks/search/search-index";
import { searchText } from "@/features/runbooks/search/search-text";
import type { Build } from "@/lib/offline/worker/assets";
import type { WorkerScope } from "@/lib/offline/worker/scope";
import { startWorker } from "@/lib/offline/worker/worker";

declare const BUILD: Build;

startWorker(globalThis as unknown as WorkerScope, BUILD, (answered) => {
  const portable = answered as PortableIndex;
  setExtraMeanings(portable.meanings ?? []);
  const index = buildIndex(unpack(portable));
  return (query, limit) => searchText(index, query, limit);
});
