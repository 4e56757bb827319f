import { AppError } from "@/lib/errors/app-error";
import type { RunbookPath } from "../../artifact";
import { locate, type Repository } from "../../git/adapter";
import type { FileChange } from "../../git/commit-request";
import { contentFiles, formatOf } from "../../git/content-file";
import { compileRunbook } from "../../pipeline/adapter";
import type { GateInput } from "../../pipeline/gate";
import type { EditableSource } from "../../publishing/schema";
import { atPath } from "../address";
import { bytesOf, filesAt, filesNamed } from "../beside/adapter";
import { afterMove, ownAfterMove } from "../links/moved-links";
import { retarget } from "../links/retarget";

/** A text as the gate is asked about it. */
export const inputOf = ({ path, file, text }: Pick<EditableSource, "path" | "file" | "text">): GateInput => ({
  file,
  path,
  format: formatOf(file),
  source: text,
});

/**
 * What moving a runbook does to its own files: the old one goes, the new one comes, and the files beside it that no other
 * runbook names come along into another folder.
 * @param others texts of the other runbooks
 * @throws `runbook_invalid` when the text would not pass the gate there, or its front matter cannot be changed
 */
export async function ownChanges(
  source: EditableSource,
  to: RunbookPath,
  others: readonly string[],
): Promise<FileChange[]> {
  const { path: from, file, blob } = source;
  const retargeted = retarget(inputOf(source), (link) => ownAfterMove(link, from, to));
  const text = atPath(retargeted.text, from, to);
  const target = contentFiles(to)[formatOf(file) === "mdx" ? 0 : 1];
  if (text === null) throw new AppError("runbook_invalid", { path: from, problems: [] });
  await refuseInvalid({ ...inputOf(source), file: target, path: to, source: text });
  const repository = await locate();
  return [
    { file, content: null, base: blob, adopted: null },
    { file: target, content: text, base: null, adopted: null },
    ...(repository ? await besideChanges(repository, source, to, others) : []),
  ];
}

async function besideChanges(
  repository: Repository,
  source: EditableSource,
  to: RunbookPath,
  others: readonly string[],
): Promise<FileChange[]> {
  const [[before = ""], [after = ""]] = [source.path.split("/"), to.split("/")];
  if (before === after) return [];
  const files = await filesAt(repository, "HEAD", filesNamed(inputOf(source)));
  const bytes = await bytesOf(repository, files);
  const place = (file: string) => `runbooks/${after}/${file.slice(`runbooks/${before}/`.length)}`;
  const there = await filesAt(
    repository,
    "HEAD",
    files.map(({ file }) => place(file)),
  );
  return files.flatMap(({ file, blob }, at): FileChange[] => {
    const taken = there.find((one) => one.file === place(file));
    if (taken && taken.blob !== blob) throw new AppError("path_taken", { file: taken.file });
    const come = { file: place(file), content: bytes[at] ?? null, base: null, adopted: null };
    const go = { file, content: null, base: blob, adopted: null };
    return [...(taken ? [] : [come]), ...(isShared(file, others) ? [] : [go])];
  });
}

/** Whether some other runbook names a file, told rather too often than too seldom: its name stands in the text. */
export const isShared = (file: string, others: readonly string[]): boolean => {
  const name = file.split("/").at(-1) ?? file;
  return others.some((text) => text.includes(name) || text.includes(encodeURIComponent(name)));
};

/**
 * Another runbook's text with its links to the moved one written anew.
 * @param names what the moved runbook was called until now
 * @throws `runbook_invalid` when the gate refuses the result
 */
export async function linkChange(
  holder: EditableSource,
  names: readonly RunbookPath[],
  to: RunbookPath,
): Promise<{ change: FileChange | null; left: string[] }> {
  const { text, left } = retarget(inputOf(holder), (link) => {
    for (const name of names) {
      const next = afterMove(link, holder.path, name, to);
      if (next !== null) return next;
    }
    return null;
  });
  if (text === holder.text) return { change: null, left };
  await refuseInvalid({ ...inputOf(holder), source: text });
  return { change: { file: holder.file, content: text, base: holder.blob, adopted: null }, left };
}

async function refuseInvalid(input: GateInput): Promise<void> {
  const { artifact, problems } = await compileRunbook(input);
  if (!artifact) throw new AppError("runbook_invalid", { path: input.path, problems });
}
