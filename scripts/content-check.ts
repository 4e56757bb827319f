// Checks runbooks as the portal does, without one: `npm run content:check -- <folder or files>`.
import { existsSync, lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Problem } from "@/features/runbooks/artifact";
import { listRunbookFiles, readRunbookFile } from "@/features/runbooks/content/adapter";
import { type CheckedFile, checkFiles } from "@/features/runbooks/content/check";
import { isPostMortemPath } from "@/features/runbooks/git/content-file";
import { glossaryProblems, isGlossary } from "@/features/runbooks/glossary/check/adapter";
import { glossaryFile } from "@/features/runbooks/glossary/meaning";
import { formatProblem, problem } from "@/features/runbooks/pipeline/problem";
import { postMortemFolder } from "@/features/runbooks/post-mortem-matter";
import { contentPath } from "@/lib/env";

const usage = `Usage: npm run content:check -- [folder or files]

Prints file:line:column and what to do for each problem of the runbooks (.mdx, .md), and ends with 1 if one of them
is an error; post-mortems (postmortems/*.mdx) and the glossary (glossary.txt) by their own rules. Without arguments it checks
all that of CONTENT_DIR. Elsewhere, a file's folder is the name of its service.`;

type Found = { name: string; absolute: string; root: string };

async function main(): Promise<Problem[]> {
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const problems: Problem[] = [];
  const found = (names.length > 0 ? names : ownFolders()).flatMap((name) => find(name, problems));
  const files: CheckedFile[] = [];
  for (const { name, absolute, root } of found) {
    if (isGlossary(name)) {
      problems.push(...(await glossaryProblems(absolute, name)));
      continue;
    }
    const read = readRunbookFile(root, absolute, name);
    if ("problem" in read) problems.push(read.problem);
    else {
      const [path, format] = [pathOf(absolute), /\.mdx$/i.test(name) ? ("mdx" as const) : ("md" as const)];
      const kind = isPostMortemPath(path) && format === "mdx" ? ("postmortem" as const) : undefined;
      files.push({ name, path, format, source: read.source, kind });
    }
  }
  problems.push(...checkFiles(files));
  console.error(summary(found.length, problems));
  return problems;
}

function ownFolders(): string[] {
  const postMortems = contentPath(postMortemFolder);
  const folders = [contentPath("runbooks"), ...(existsSync(postMortems) ? [postMortems] : [])];
  if (existsSync(contentPath(glossaryFile))) folders.push(contentPath(glossaryFile));
  return folders.map((folder) => path.relative("", folder) || ".");
}

/** The runbooks of a file, of a folder of services (as the portal lists it), or of any other folder. */
function find(name: string, problems: Problem[]): Found[] {
  const absolute = path.resolve(name);
  if (!existsSync(absolute)) {
    console.error(`${name} does not exist.\n\n${usage}`);
    process.exit(2);
  }
  if (!lstatSync(absolute).isDirectory()) return [{ name, absolute, root: path.dirname(absolute) }];
  const library = path.basename(absolute) === "runbooks" ? absolute : path.join(absolute, "runbooks");
  if (!existsSync(library)) return descend(name, absolute, problems);
  const listing = listRunbookFiles(library);
  const prefix = library === absolute ? name : path.join(name, "runbooks");
  problems.push(...listing.problems.map((entry) => ({ ...entry, file: path.join(prefix, entry.file) })));
  const runbooks = listing.files.toReversed().map((file) => ({
    name: path.join(prefix, path.relative(library, file.absolute)),
    absolute: file.absolute,
    root: library,
  }));
  if (library === absolute) return runbooks;
  const beside = path.join(absolute, postMortemFolder);
  const words = path.join(absolute, glossaryFile);
  return [
    ...runbooks,
    ...(existsSync(beside) ? descend(path.join(name, postMortemFolder), beside, problems) : []),
    ...(existsSync(words) ? [{ name: path.join(name, glossaryFile), absolute: words, root: absolute }] : []),
  ];
}

function descend(name: string, root: string, problems: Problem[]): Found[] {
  return readdirSync(path.resolve(name), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Found[] => {
      const child = path.join(name, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
      if (entry.isSymbolicLink()) problems.push(problem(child, "symlink", { line: 1, column: 1 }, { path: child }));
      if (entry.isDirectory()) return descend(child, root, problems);
      return entry.isFile() && /\.mdx?$/i.test(entry.name)
        ? [{ name: child, absolute: path.resolve(child), root }]
        : [];
    });
}

function pathOf(absolute: string): string {
  const service = path.basename(path.dirname(absolute));
  return `${service}/${path.basename(absolute).replace(/\.mdx?$/i, "")}`;
}

function summary(count: number, problems: Problem[]): string {
  const errors = problems.filter((entry) => entry.severity === "error").length;
  return `${count} ${count === 1 ? "file" : "files"} checked: ${errors} ${errors === 1 ? "error" : "errors"}, ${problems.length - errors} warnings.`;
}

if (process.argv.includes("--help")) console.log(usage);
else {
  const problems = await main();
  for (const severity of ["error", "warning"] as const) {
    for (const entry of problems) if (entry.severity === severity) console.log(formatProblem(entry));
  }
  process.exitCode = problems.some((entry) => entry.severity === "error") ? 1 : 0;
}
