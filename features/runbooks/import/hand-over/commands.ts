import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { readBeside } from "../../files/adapter";
import { typeOf } from "../../files/schema";
import { locate } from "../../git/adapter";
import { formatOf } from "../../git/content-file";
import { crossErrors } from "../../library/queries";
import { compileRunbook } from "../../pipeline/adapter";
import { publishingPolicy } from "../../publishing/policy";
import { fileOf } from "../../publishing/queries";
import { analyseText } from "../analysis/queries";
import type { HandOver } from "../analysis/schema";
import { besideName, withNumber } from "./beside-name";
import type { HandedFile, HandedOver, HandFile } from "./schema";

/** What nobody published within this many ms was left. */
const leftMs = 7 * 24 * 3_600_000;

/**
 * Keeps a text of an import for its publication, as the runbook that it becomes. Sending it again replaces it.
 * @throws `import_incomplete` with `missing` while its page would not show all of the text; `runbook_invalid` with
 *   `problems`; `path_taken` for a new runbook where there is one
 */
export async function handOver(ctx: Ctx, input: HandOver): Promise<HandedOver> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const { importId, service, file: name, baseBlob, ...rest } = input;
  const path = `${service}/${name}` as const;
  const { mdx, problems, equivalence } = await analyseText(ctx, { ...rest, path });
  if (mdx === null || problems.some((one) => one.severity === "error"))
    throw new AppError("runbook_invalid", { problems, path });
  if (!equivalence.complete) throw new AppError("import_incomplete", { path, missing: equivalence.missing });
  const file = await fileOf(await locate(), path);
  const compiled = await compileRunbook({ file, path, format: formatOf(file), source: mdx });
  const errors = compiled.artifact ? await crossErrors(file, compiled.artifact) : compiled.problems;
  if (errors.length > 0) throw new AppError("runbook_invalid", { problems: errors, path });
  await keep(ctx, importId, {
    ...{ file, path, base: baseBlob, source: rest.name, compared: equivalence.compared },
    content: Buffer.from(mdx, "utf8"),
  });
  return { path, file, compared: equivalence.compared };
}

/**
 * Keeps a file that lies beside the runbooks of an import. One of another content that is there already keeps its name,
 * and this one gets a number.
 * @throws `file_empty`; `unsupported_media_type` for what the portal would not serve
 */
export async function handFile(ctx: Ctx, input: HandFile, body: AsyncIterable<Uint8Array>): Promise<HandedFile> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const wanted = besideName(input.file);
  if (!wanted || !typeOf(wanted)) throw new AppError("unsupported_media_type", { file: input.file });
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (content.length === 0) throw new AppError("file_empty");
  for (let number = 1; ; number++) {
    const name = withNumber(wanted, number);
    const there = await readBeside(name.split("/"));
    if (there?.equals(content)) return { file: name, there: true };
    if (there || (await isAnothers(ctx, input, name))) continue;
    await keep(ctx, input.importId, {
      ...{ file: `runbooks/${name}`, path: null, base: null, source: input.source, compared: 0 },
      content,
    });
    return { file: name, there: false };
  }
}

/** Whether another file of this import has the name already. */
async function isAnothers(ctx: Ctx, { importId, source }: HandFile, name: string): Promise<boolean> {
  const file = `runbooks/${name}`;
  return (await ctx.db.importedFile.count({ where: { importId, file, source: { not: source } } })) > 0;
}

type Kept = {
  file: string;
  path: string | null;
  base: string | null;
  source: string;
  compared: number;
  content: Buffer;
};

async function keep(ctx: Ctx, importId: string, { file, content, ...kept }: Kept): Promise<void> {
  const keptAt = ctx.now();
  const data = { ...kept, content: new Uint8Array(content), personId: ctx.actor.id, keptAt };
  await transaction(ctx.db, async (tx) => {
    await tx.importedFile.deleteMany({ where: { keptAt: { lt: new Date(keptAt.getTime() - leftMs) } } });
    const other = await tx.importedFile.findFirst({ where: { importId, personId: { not: ctx.actor.id } } });
    if (other) throw new AppError("id_reused");
    await tx.importedFile.upsert({
      where: { importId_file: { importId, file } },
      create: { importId, file, ...data },
      update: data,
    });
  });
}
