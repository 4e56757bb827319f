import { stat } from "node:fs/promises";
import { contentPath } from "@/lib/env";
import type { BesideLink } from "../sources/links";

/** Those of the links that lead to no file beside the runbooks. Each file is looked at once. */
export async function missingFiles(links: BesideLink[]): Promise<BesideLink[]> {
  const there = new Map<string, boolean>();
  for (const { parts } of links) {
    const file = parts.join("/");
    if (there.has(file)) continue;
    const plain = parts.length >= 2 && parts.every((part) => part !== ".." && !part.includes("\0"));
    there.set(file, plain && (await isFile(contentPath("runbooks", ...parts))));
  }
  return links.filter(({ parts }) => !there.get(parts.join("/")));
}

const isFile = (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
