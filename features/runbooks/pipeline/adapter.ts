import type { Plugin } from "esbuild";
import type { Root } from "mdast";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import { dataPath } from "@/lib/env";
import type { Artifact, Problem, RunbookPath } from "../artifact";
import { sha256 } from "../content/adapter";
import type { DocumentKind } from "../post-mortem-matter";
import { buildOutline, type Outline } from "./build-outline";
import { readJson, writeJson } from "./cache/adapter";
import { checkElements } from "./check-elements";
import { type GatedRunbook, gate } from "./gate";
import { problem, report } from "./problem";
import { renderTree } from "./render-tree";
import { unravel } from "./tree";
import { withLines } from "./with-lines";

/** Raised whenever the pipeline would make something else of the same file, so that nothing stale is served. */
export const pipelineVersion = 3;
const timeout = 30_000;
const limits = { memory: 400, atOnce: 2 };

export type CompileInput = {
  path: RunbookPath;
  format: "mdx" | "md";
  source: string;
  /** How problems name the file. */
  file?: string;
  /** A text that is still being written: the next pause brings another one, so nothing of it goes to the disk. */
  unfinished?: true;
  /** For the preview beside the text: what is rendered says in `data-line` where it begins. */
  lines?: true;
  kind?: DocumentKind;
};
/** The artifact, or the problems that refuse it; warnings come with the artifact. */
export type Compiled = { artifact: Artifact; problems: Problem[] } | { artifact: null; problems: Problem[] };

type State = {
  done: Map<string, Artifact>;
  running: Map<string, Promise<Compiled>>;
  active: number;
  waiting: (() => void)[];
};
// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraCompiler?: State };
const state = (): State => {
  shared.bitacoraCompiler ??= { done: new Map(), running: new Map(), active: 0, waiting: [] };
  return shared.bitacoraCompiler;
};

/**
 * Gates and compiles a runbook. The same text is compiled once, also when asked for at the same time, and kept in
 * memory and under `DATA_DIR/cache`; what was refused is never kept. Never throws for what a file holds.
 */
export async function compileRunbook(input: CompileInput): Promise<Compiled> {
  const file = input.file ?? `${input.path}.${input.format}`;
  const compiled = await compileShared({ ...input, file });
  // The same text may be known by another name elsewhere, as in a preview.
  return { ...compiled, problems: compiled.problems.map((entry) => ({ ...entry, file })) };
}

const keyOf = ({ kind = "runbook", path, format, source, lines }: CompileInput) =>
  sha256(
    `${pipelineVersion}\n${kind === "runbook" ? "" : `${kind}\n`}${path}\n${format}\n${lines ? "lines\n" : ""}${source}`,
  );

type NamedInput = CompileInput & { file: string };

function compileShared(input: NamedInput): Promise<Compiled> {
  const { done, running } = state();
  const key = keyOf(input);
  const ready = done.get(key);
  if (ready) {
    remember(key, ready);
    return Promise.resolve({ artifact: ready, problems: ready.warnings });
  }
  const current = running.get(key) ?? compileOnce(key, input).finally(() => running.delete(key));
  running.set(key, current);
  return current;
}

export type Outlined = { outline: Outline | null; problems: Problem[] };

/**
 * What a runbook says, without compiling it: enough for lists, search and guided execution. Kept under
 * `DATA_DIR/cache`, so that a large library is read quickly when the portal starts.
 */
export async function outlineRunbook(input: NamedInput): Promise<Outlined> {
  const file = cacheFile(`${keyOf(input)}-outline`);
  const cached = await readJson<Outline>(file);
  if (cached) return { outline: cached, problems: cached.warnings.map((entry) => ({ ...entry, file: input.file })) };
  const { problems, runbook } = gate(input);
  if (!runbook) return { outline: null, problems };
  const outline = buildOutline(runbook, problems);
  await writeJson(file, outline);
  return { outline, problems };
}

async function compileOnce(key: string, input: NamedInput): Promise<Compiled> {
  const cached = await readJson<Artifact>(cacheFile(key));
  if (cached) {
    remember(key, cached);
    return { artifact: cached, problems: cached.warnings };
  }
  const { file } = input;
  const { problems, runbook } = gate({ ...input, file });
  if (!runbook) return { artifact: null, problems };
  const release = await enter();
  try {
    const code = await bundle(runbook, input.lines);
    // What is rendered is known by its hash: with lines it is something else.
    const hash = sha256(input.lines ? `lines\n${input.source}` : input.source);
    const artifact: Artifact = { ...buildOutline(runbook, problems), hash, code };
    remember(key, artifact);
    if (!input.unfinished) await writeJson(cacheFile(key), artifact);
    return { artifact, problems };
  } catch (error) {
    return { artifact: null, problems: [...problems, compileProblem(file, error)] };
  } finally {
    release();
  }
}

/** Compiles what passed the gate. Everything that the gate refuses is refused here again, by other means. */
export async function bundle(runbook: GatedRunbook, lines = false): Promise<string> {
  const tree = lines ? withLines(renderTree(runbook)) : renderTree(runbook);
  const work = bundleMDX({
    // The front matter is blanked out: mdx-bundler would run `---js`, and a body that begins like it after a blank line is text.
    source: runbook.body.startsWith("---") ? `\n${runbook.body}` : runbook.body,
    mdxOptions: (options) => ({
      ...options,
      format: runbook.format,
      mdExtensions: runbook.format === "md" ? [".mdx"] : [],
      remarkPlugins: [remarkGfm, refuseCode, () => () => tree],
      remarkRehypeOptions: footnotes(runbook.frontMatter.lang),
    }),
    esbuildOptions: (options) => ({
      ...options,
      logLevel: "silent",
      plugins: [refuseImports, ...(options.plugins ?? [])],
    }),
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CompileTimeout()), timeout);
  });
  try {
    return (await Promise.race([work, late])).code;
  } finally {
    clearTimeout(timer);
  }
}

const footnotes = (lang: string) =>
  lang.startsWith("es")
    ? { footnoteLabel: "Notas", footnoteBackLabel: (index: number) => `Volver a la referencia ${index + 1}` }
    : { footnoteLabel: "Notes" };

class CompileTimeout extends Error {}

/** A second look at the tree that the bundler itself parsed. */
function refuseCode() {
  return (tree: Root) => {
    const found = report("");
    unravel(tree);
    checkElements(tree, found);
    const first = found.problems[0];
    if (first) throw new Error(first.message);
  };
}

const runtime = new Set(["react", "react/jsx-runtime"]);

/** Nothing is read from the disk: only the entry, which is in memory, and the React runtime, which is a global. */
const refuseImports: Plugin = {
  name: "refuse-imports",
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path: target }) => {
      if (kind === "entry-point" || runtime.has(target)) return undefined;
      return { errors: [{ text: `import of ${target} refused` }] };
    });
  },
};

function compileProblem(file: string, error: unknown): Problem {
  const start = { line: 1, column: 1 };
  if (error instanceof CompileTimeout)
    return problem(file, "compile-timeout", start, { limit: String(timeout / 1_000) });
  const message =
    error instanceof Error ? error.message.replace(/^Build failed with \d+ errors?:\s*/, "") : String(error);
  return problem(file, "compile-failed", start, { reason: message.split("\n")[0] ?? "" });
}

function remember(key: string, artifact: Artifact): void {
  const { done } = state();
  done.delete(key);
  done.set(key, artifact);
  const oldest = done.size > limits.memory ? done.keys().next().value : undefined;
  if (oldest !== undefined) done.delete(oldest);
}

/** Waits for one of the few places at the compiler, which works mostly on the main thread. */
async function enter(): Promise<() => void> {
  const queue = state();
  if (queue.active >= limits.atOnce) await new Promise<void>((resolve) => queue.waiting.push(resolve));
  else queue.active += 1;
  return () => {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.active -= 1;
  };
}

const cacheFile = (key: string) => dataPath("cache", "runbooks", `${key}.json`);
