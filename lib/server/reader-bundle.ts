import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Locale } from "@/lib/context";
import { locales } from "@/lib/i18n/locale";
import { readerMessages } from "@/lib/i18n/reader-messages";
import { compileHint } from "./compile-hints";
import { classesIn, readStyles } from "./page-cache/style-sheet";

/** What a runbook page from memory loads, by language. */
export type ReaderScripts = {
  /** Address of the module. */
  entry: string;
  /** Addresses of what it imports at once: `<link rel="modulepreload">`, so that they come in one go. */
  preload: string[];
  /** All of them together, gzip, in bytes. */
  bytes: number;
};
export type ReaderBundle = Record<Locale, ReaderScripts>;

const base = "/reader/";
const folder = (root: string) => path.join(root, ".next", "reader");
const listFile = (root: string) => path.join(folder(root), "bundle.json");
const classesFile = (root: string) => path.join(folder(root), "classes.json");

/** What stands in for Next's own, whose scripts such a page does not load. */
const alias = {
  "next/link": "./app/reader/shims/link.tsx",
  "next/navigation": "./app/reader/shims/navigation.ts",
  "next/dynamic": "./app/reader/shims/dynamic.tsx",
  "next-intl": "use-intl/react",
  "react/jsx-runtime": "preact/jsx-runtime",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "use-intl/format-message": "use-intl/format-message/format-only",
};

/**
 * React's interface on Preact, with the one name of React 19 that our components use and `preact/compat` lacks. Preact counts the
 * ids of `useId` anew in each portal, and two elements of a page would have the same.
 */
const react = `import { useState } from "preact/compat";
export * from "preact/compat";
export { default, useContext as use } from "preact/compat";
let given = 0;
export const useId = () => useState(() => "r" + ++given)[0];`;

/** Bundles the small client of runbook pages into `.next/reader` (docs/decisions/0043-the-small-client.md). */
export async function bundleReader(root: string): Promise<ReaderBundle> {
  const files = await bundledReader(root);
  await rm(folder(root), { recursive: true, force: true });
  await mkdir(folder(root), { recursive: true });
  const bundle = Object.fromEntries(locales.map((locale) => [locale, scriptsOf(files, locale)])) as ReaderBundle;
  const first = new Set(Object.values(bundle).flatMap(({ entry, preload }) => [entry, ...preload]));
  for (const [name, file] of files) {
    const isFirst = first.has(base + name);
    const contents = isFirst ? Buffer.concat([Buffer.from(compileHint), file.contents]) : file.contents;
    const quality = isFirst ? 11 : 8;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length };
    await writeFile(path.join(folder(root), name), contents);
    await writeFile(path.join(folder(root), `${name}.br`), brotliCompressSync(contents, { params }));
  }
  await writeFile(listFile(root), JSON.stringify(bundle));
  await writeFile(classesFile(root), JSON.stringify(await classesOf(root, files)));
  return bundle;
}

/** The classes of the build's style sheets that occur as words in our part of the bundle: what the small client may add to a page. */
async function classesOf(root: string, files: Map<string, BundledFile>): Promise<string[]> {
  const built = path.join(root, ".next", "static");
  const sheets = (await readdir(built, { recursive: true })).filter((name) => name.endsWith(".css"));
  const known = new Set<string>();
  for (const name of sheets)
    for (const one of classesIn(readStyles(await readFile(path.join(built, name), "utf8")))) known.add(one);
  const words = new Set<string>();
  for (const { contents, inputs } of files.values()) {
    if (!Object.keys(inputs).some((input) => /^(app|components|features|lib)\//.test(input))) continue;
    for (const word of Buffer.from(contents)
      .toString("utf8")
      .split(/[\s"'`]+/))
      if (known.has(word)) words.add(word);
  }
  return [...words].sort();
}

/** What pages of the build in `root` load. */
export const readerBundle = async (root: string): Promise<ReaderBundle> =>
  JSON.parse(await readFile(listFile(root), "utf8")) as ReaderBundle;

/** Classes that the small client of the build in `root` may add to a page. */
export const readerClasses = async (root: string): Promise<string[]> =>
  JSON.parse(await readFile(classesFile(root), "utf8")) as string[];

/** Addresses of all files of the bundle in `root`. */
export const readerFiles = async (root: string): Promise<string[]> =>
  (await readdir(folder(root))).filter((name) => name.endsWith(".js")).map((name) => base + name);

type BundledFile = { contents: Uint8Array; imports: string[]; entryOf: Locale | null; inputs: Record<string, number> };

/** The files of the bundle by name, with what each imports at once and what it is made of, in bytes. */
export async function bundledReader(root: string): Promise<Map<string, BundledFile>> {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: locales.map((locale) => ({ in: `reader:${locale}`, out: locale })),
    outdir: "reader",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    write: false,
    metafile: true,
    target: "es2022",
    jsx: "automatic",
    charset: "utf8",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    conditions: ["browser", "production"],
    alias,
    logLevel: "silent",
    plugins: [
      {
        name: "reader-entry",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^react$/ }, () => ({ path: "react", namespace: "reader" }));
          onResolve({ filter: /^\.\/opening$/ }, () => ({
            path: path.join(root, "app/reader/shims/outbox-opening.ts"),
          }));
          onResolve({ filter: /^reader:/ }, ({ path: address }) => ({
            path: address.slice("reader:".length),
            namespace: "reader",
          }));
          onLoad({ filter: /^react$/, namespace: "reader" }, () => ({ contents: react, resolveDir: root }));
          onLoad({ filter: /.*/, namespace: "reader" }, async ({ path: locale }) => ({
            contents: [
              'import { startReader } from "./app/reader/entry.tsx";',
              `startReader(${JSON.stringify(locale)}, ${JSON.stringify(await readerMessages(root, locale as Locale))});`,
            ].join("\n"),
            loader: "js",
            resolveDir: root,
          }));
        },
      },
    ],
  });
  const files = new Map<string, BundledFile>();
  for (const { path: file, contents } of outputFiles) {
    const output = metafile.outputs[path.relative(root, file).split(path.sep).join("/")];
    const entry = output?.entryPoint?.split(":").at(-1);
    files.set(path.basename(file), {
      contents,
      imports: (output?.imports ?? [])
        .filter(({ kind }) => kind === "import-statement")
        .map((one) => path.basename(one.path)),
      entryOf: locales.find((locale) => locale === entry) ?? null,
      inputs: Object.fromEntries(
        Object.entries(output?.inputs ?? {}).map(([name, { bytesInOutput }]) => [name, bytesInOutput]),
      ),
    });
  }
  return files;
}

/** What a page in a language loads at once. */
export function scriptsOf(files: Map<string, BundledFile>, locale: Locale): ReaderScripts {
  const entry = [...files].find(([, file]) => file.entryOf === locale)?.[0];
  if (!entry) throw new Error(`the bundle has no entry for ${locale}`);
  const atOnce = new Set([entry]);
  for (const name of atOnce) for (const imported of files.get(name)?.imports ?? []) atOnce.add(imported);
  const bytes = [...atOnce].reduce((sum, name) => sum + gzipSync(files.get(name)?.contents ?? "").length, 0);
  return { entry: base + entry, preload: [...atOnce].slice(1).map((name) => base + name), bytes };
}
