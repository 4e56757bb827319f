import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** V8 compiles a script that begins so as a whole while it comes over the network, beside the page's own thread (v8.dev/blog/explicit-compile-hints). */
export const compileHint = "//# allFunctionsCalledOnLoad\n";
/** Larger ones are libraries that draw or edit, of which what a page uses is the smallest part. React DOM is just below. */
const mostBytes = 240_000;

/**
 * Says at the beginning of a build's scripts that they are to be compiled as they come. Otherwise a browser compiles each function when it
 * is first called, which is half of what a page's scripts keep its thread busy with before it is alive. Other browsers see a comment.
 * @param folder where the build has its scripts
 * @returns how many have the hint
 */
export async function hintScripts(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const hinted = await Promise.all(names.map((name) => hintScript(path.join(folder, name))));
  return hinted.filter(Boolean).length;
}

async function hintScript(file: string): Promise<boolean> {
  const code = await readFile(file, "utf8");
  if (code.startsWith(compileHint)) return true;
  if (code.length > mostBytes) return false;
  await writeFile(file, compileHint + code);
  return true;
}
