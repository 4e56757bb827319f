// The service worker (/sw.js), bundled by lib/server/worker-bundle.ts with what it has to know of its build.
import { offlineAnswers } from "@/features/runbooks/finding/offline";
import { setExtraMeanings } from "@/features/runbooks/search/glossary";
import type { PortableIndex } from "@/features/runbooks/search/portable-index";
import type { Build } from "@/lib/offline/worker/assets";
import type { WorkerScope } from "@/lib/offline/worker/scope";
import { startWorker } from "@/lib/offline/worker/worker";

declare const BUILD: Build;

startWorker(globalThis as unknown as WorkerScope, BUILD, (answered) => {
  const portable = answered as PortableIndex;
  setExtraMeanings(portable.meanings ?? []);
  const answers = offlineAnswers(portable);
  return (query, limit) => answers(query, limit, new Date().toISOString().slice(0, 10));
});
