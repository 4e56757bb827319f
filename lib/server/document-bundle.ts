import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** What is put inline into the documents that leave the portal: their style, and the scripts of the binder and of the print view. */
export type DocumentBundle = { css: string; binder: string; print: string };

const browser = "features/runbooks/export/browser";
const bundleFile = (root: string) => path.join(root, ".next", "bitacora-documents.json");

/** Bundles them from the sources, in about 0.1 s. The colours are the portal's own (app/globals.css). */
export async function makeDocumentBundle(root: string): Promise<DocumentBundle> {
  const globals = await readFile(path.join(root, "app", "globals.css"), "utf8");
  const colours = globals.match(/--color-[a-z0-9-]+: light-dark\([^;]+;/g) ?? [];
  const [css, binder, print] = await Promise.all([
    bundled(root, `${browser}/document.css`),
    bundled(root, `${browser}/binder.ts`),
    bundled(root, `${browser}/print.ts`),
  ]);
  return { css: `:root{${colours.join("")}}${css}`, binder, print };
}

/** Keeps the bundle of a build with it. */
export async function keepDocumentBundle(root: string): Promise<void> {
  await writeFile(bundleFile(root), JSON.stringify(await makeDocumentBundle(root)));
}

/** The bundle of the build in `root`. */
export const keptDocumentBundle = async (root: string): Promise<DocumentBundle> =>
  JSON.parse(await readFile(bundleFile(root), "utf8")) as DocumentBundle;

async function bundled(root: string, entry: string): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  // What stands inside <script> or <style> must not end it (HTML, 13.2.5.4: end tags in raw text).
  return (outputFiles[0]?.text ?? "").trim().replaceAll("</", "<\\/");
}
