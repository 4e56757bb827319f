// Writes the runbooks into files that are read without the portal: `npm run export -- --binder out.html`.
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { planBinder } from "@/features/runbooks/export/gather/queries";
import { type ExportScope, ScopeInput, scopeOf } from "@/features/runbooks/export/scope";
import { archiveStream, headFiles } from "@/features/runbooks/export/source/adapter";
import { locales } from "@/lib/i18n/locale";

const usage = `Usage: npm run export -- --binder FILE.html | --zip FILE.zip [options]

  --binder FILE    one HTML file with the runbooks and their search, read without the portal
  --zip FILE       the files as the latest commit holds them
  --service NAME   of one service only
  --runbook PATH   one runbook only, as <service>/<file>; with --binder
  --lang CODE      language that the binder opens in: es (the usual) or en

Needs no database and no portal: it reads CONTENT_DIR. The file is replaced only when the new one is whole.`;

function options() {
  const { values } = parseArgs({
    options: {
      binder: { type: "string" },
      zip: { type: "string" },
      service: { type: "string" },
      runbook: { type: "string" },
      lang: { type: "string", default: "es" },
      help: { type: "boolean", default: false },
    },
  });
  const lang = locales.find((one) => one === values.lang);
  if (!values.help && !values.binder && !values.zip) throw new Error("Neither --binder nor --zip was given.");
  if (!lang) throw new Error(`\`${values.lang}\` is no language of the interface: es or en.`);
  const scope = ScopeInput.safeParse({ service: values.service, runbook: values.runbook });
  if (!scope.success) throw new Error("--service is a name, --runbook is <service>/<file>.");
  if (values.zip && values.runbook) throw new Error("One runbook is one file already: copy it.");
  return { ...values, lang, scope: scopeOf(scope.data) };
}

async function writeBinder(file: string, scope: ExportScope, lang: "es" | "en"): Promise<string> {
  const { binder, pieces } = await planBinder(scope, lang, new Date());
  await writeWhole(file, Readable.from(shown(pieces(), binder.entries.length)));
  const left = binder.unreadable.length > 0 ? `, ${binder.unreadable.length} left out because of their errors` : "";
  return `${binder.entries.length} runbooks${left}, from commit ${binder.commit?.slice(0, 12) ?? "none"}`;
}

async function writeZip(file: string, scope: ExportScope): Promise<string> {
  const head = await headFiles();
  const folder = scope.kind === "service" ? `runbooks/${scope.service}` : "runbooks";
  const count = [...(head?.blobs.keys() ?? [])].filter((name) => name.startsWith(`${folder}/`)).length;
  if (!head || count === 0) throw new Error(`The latest commit holds nothing under ${folder}.`);
  await writeWhole(file, await archiveStream(head, folder));
  return `${count} files, from commit ${head.commit.slice(0, 12)}`;
}

/** A stick that is pulled out half-way keeps the file that was there before. */
async function writeWhole(file: string, stream: Readable): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(stream, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function* shown(pieces: AsyncIterable<string>, total: number) {
  let at = -2;
  for await (const piece of pieces) {
    at += 1;
    if (process.stderr.isTTY && at > 0 && at <= total)
      process.stderr.write(`\r${at}/${total}${at === total ? "\n" : ""}`);
    yield piece;
  }
}

async function main(): Promise<void> {
  const { help, binder, zip, scope, lang } = options();
  if (help) return console.log(usage);
  for (const [file, write] of [
    [binder, () => writeBinder(binder ?? "", scope, lang)],
    [zip, () => writeZip(zip ?? "", scope)],
  ] as const) {
    if (!file) continue;
    const said = await write();
    console.log(`${file}: ${said}, ${((await stat(file)).size / 1e6).toFixed(1)} MB`);
  }
}

try {
  await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 1;
}
process.exit(); // the library watches its folder
