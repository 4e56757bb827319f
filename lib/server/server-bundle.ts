import { rm } from "node:fs/promises";
import path from "node:path";
import { routeFiles } from "./api-routes";

const folder = path.join(".next", "portal");
const bundleOf = (root: string) => path.join(root, folder);

/** What is loaded by its address, not by an import. In the bundle it lies where its source does. */
const entries = {
  server: "server.ts",
  "lib/server/build-stamp": "lib/server/build-stamp.ts",
  "features/runbooks/library/readers/start-thread": "features/runbooks/library/readers/thread/adapter.ts",
  "features/runbooks/search/threads/start-thread": "features/runbooks/search/threads/thread/adapter.ts",
};

/** The folders whose routes are answered without Next, and their addresses: the API, updates for stakeholders, print views. */
export const ownRoutes = { "app/api/v1": "/api/v1", "app/updates": "/updates", "app/runbooks": "/runbooks" };

/** The folder of the portal, where `code` is that of `server.ts` or of its bundle. */
export const rootOf = (code: string): string =>
  code.endsWith(path.sep + folder) ? path.resolve(code, path.relative(folder, ".")) : code;

/**
 * Bundles what `start.mjs` starts: the process, its threads and its routes, with our modules once each and packages where they are.
 * From their sources they are a thousand files that are translated and resolved one by one.
 */
export async function bundleServer(root: string): Promise<void> {
  await rm(bundleOf(root), { recursive: true, force: true });
  const routes = await Promise.all(
    Object.keys(ownRoutes).map(async (dir) =>
      (await routeFiles(path.join(root, dir))).map((file) => `${dir}/${file.split(path.sep).join("/")}`),
    ),
  );
  const withoutExtension = (file: string) => file.replace(/\.ts$/, "");
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: { ...entries, ...Object.fromEntries(routes.flat().map((file) => [withoutExtension(file), file])) },
    outdir: bundleOf(root),
    chunkNames: "chunks/[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    target: "node20",
    jsx: "automatic",
    charset: "utf8",
    logLevel: "silent",
  });
}
