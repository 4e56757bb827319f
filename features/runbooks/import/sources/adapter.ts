import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readZip } from "../zip/adapter";
import { isText, limits, type Refused, refusalOfPath, type SourceFile, type Sources } from "./source-file";

/**
 * The texts and the files beside them that an import was given as files, folders and archives. Links are not followed,
 * and what is too large or too much is refused in words, before it is read.
 */
export function findSources(names: string[]): Sources {
  const found: SourceFile[] = [];
  const refused: Refused[] = [];
  for (const name of names) {
    try {
      found.push(...sourcesOf(name, refused));
    } catch (error) {
      refused.push({ name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const texts = found.filter((file) => isText(file.path));
  const others = found.filter((file) => !isText(file.path));
  return { texts, others: new Map(others.map((file) => [file.name, file])), refused };
}

function sourcesOf(name: string, refused: Refused[]): SourceFile[] {
  const absolute = path.resolve(name);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (!stat) throw new Error("it does not exist");
  if (stat.isSymbolicLink()) throw new Error("it is a symbolic link");
  if (stat.isDirectory()) return folder(name, absolute, refused);
  if (!stat.isFile()) throw new Error("it is not a file");
  if (/\.zip$/i.test(name)) {
    if (stat.size > limits.archive) throw new Error(`it is larger than ${limits.archive / 1e6} MB`);
    const archive = readZip(readFileSync(absolute), name);
    refused.push(...archive.refused);
    const root = path.basename(name).replace(/\.zip$/i, "");
    return archive.files.map((file) => ({
      ...file,
      path: file.path.includes("/") ? file.path : `${root}/${file.path}`,
    }));
  }
  // A file on its own brings the name of its folder, and the files beside it when its text refers to them.
  const beside = path.basename(path.dirname(absolute));
  return [onDisk(name, absolute, `${beside}/${path.basename(name)}`, stat.size)];
}

function folder(name: string, root: string, refused: Refused[]): SourceFile[] {
  const files: SourceFile[] = [];
  const waiting = [""];
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    for (const entry of readdirSync(path.join(root, inside), { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const relative = inside ? `${inside}/${entry.name}` : entry.name;
      const reason = entry.isSymbolicLink() ? "it is a symbolic link" : refusalOfPath(relative);
      if (reason) refused.push({ name: path.join(name, relative), reason });
      else if (entry.isDirectory()) waiting.push(relative);
      else if (entry.isFile()) {
        const absolute = path.join(root, relative);
        files.push(
          onDisk(path.join(name, relative), absolute, `${path.basename(root)}/${relative}`, lstatSync(absolute).size),
        );
        if (files.length > limits.files)
          throw new Error(`it holds more than ${limits.files} files; import it in parts`);
      }
    }
  }
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const onDisk = (name: string, absolute: string, inside: string, size: number): SourceFile => ({
  name,
  path: inside,
  size,
  read: () => readFileSync(absolute),
});
