import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** All that a build is made from. What is read at run time (content, public) is not in it. */
const sources = [
  "app",
  "components",
  "features",
  "lib",
  "messages",
  "prisma/schema",
  "proxy.ts",
  "instrumentation.ts",
  "sw.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const noSource = /\.test\.tsx?$|(^|\/)(generated|node_modules)$/;

/**
 * Fingerprint of everything that `next build` reads, and of the Node that runs it: equal stamps, equal builds.
 * @returns SHA-256, hex
 */
export async function sourceStamp(root: string): Promise<string> {
  const hash = createHash("sha256").update(`node ${process.versions.modules} ${process.platform} ${process.arch}\n`);
  const files = (await Promise.all(sources.map((source) => filesBelow(root, source)))).flat().sort();
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(path.join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

async function filesBelow(root: string, name: string): Promise<string[]> {
  if (noSource.test(name)) return [];
  try {
    const entries = await readdir(path.join(root, name));
    return (await Promise.all(entries.map((entry) => filesBelow(root, `${name}/${entry}`)))).flat();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return [name];
    if (code === "ENOENT") return [];
    throw error;
  }
}
