import { lstat, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { contentPath } from "@/lib/env";
import { isInside } from "../content/adapter";
import { maxFileBytes } from "./schema";

/**
 * The bytes of a file beside the runbooks.
 * @param parts its path below `content/runbooks`
 * @returns null for what is missing, a link, outside, hidden or too large
 */
export async function readBeside(parts: string[]): Promise<Buffer | null> {
  if (parts.length < 2 || parts.some((part) => part.startsWith(".") || /[/\\\0]/.test(part))) return null;
  const root = contentPath("runbooks");
  const absolute = path.join(root, ...parts);
  try {
    const stat = await lstat(absolute);
    if (!stat.isFile() || stat.size > maxFileBytes) return null;
    if (!isInside(await realpath(root), await realpath(absolute))) return null;
    return await readFile(absolute);
  } catch {
    return null;
  }
}
