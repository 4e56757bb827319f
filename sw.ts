// The service worker (/sw.js), bundled by lib/server/worker-bundle.ts with what it has to know of its build.
import type { Build } from "@/lib/offline/worker/assets";
import type { WorkerScope } from "@/lib/offline/worker/scope";
import { startWorker } from "@/lib/offline/worker/worker";

declare const BUILD: Build;

startWorker(globalThis as unknown as WorkerScope, BUILD);
