import { readdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import type { Build } from "@/lib/offline/worker/assets";
import { readerFiles } from "./reader-bundle";

const bundleFile = (root: string) => path.join(root, ".next", "bitacora-worker.js");

/** The name of a build, for pages and their service worker. `stamp`: of its sources. */
export const buildName = (stamp: string): string => stamp.slice(0, 16);

/** Bundles the service worker with the list of what its build is made of. Comes after `next build` and the small client, whose files it lists. */
export async function bundleWorker(root: string, stamp: string): Promise<void> {
  const folder = path.join(root, ".next", "static");
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = files
    .filter((file) => file.isFile())
    .map(
      (file) =>
        `/_next/static/${path.relative(folder, path.join(file.parentPath, file.name)).split(path.sep).join("/")}`,
    )
    .concat(await readerFiles(root))
    .toSorted();
  const build: Build = { id: buildName(stamp), assets };
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: ["sw.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { BUILD: JSON.stringify(build) },
    logLevel: "silent",
  });
  await writeFile(bundleFile(root), outputFiles[0]?.contents ?? "");
}

/** Answers `/sw.js`; `false` for anything else. */
export type AnswerWorker = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves the worker of the build in `root` as it is now: a later build belongs to a later process. */
export async function workerAnswer(root: string): Promise<AnswerWorker> {
  const code = await readFile(bundleFile(root));
  return (request, response) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads || request.url?.split("?", 1)[0] !== "/sw.js") return false;
    response
      .writeHead(200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "no-cache",
        "service-worker-allowed": "/",
      })
      .end(request.method === "HEAD" ? undefined : code);
    return true;
  };
}
