// Makes runbooks of Markdown files, folders and zip archives: `npm run import -- <files, folders or a zip>`.
import path from "node:path";
import { parseArgs } from "node:util";
import { importAll } from "@/features/runbooks/import/bulk/adapter";
import { findSources } from "@/features/runbooks/import/sources/adapter";
import { type Refused, refusalWords } from "@/features/runbooks/import/sources/source-file";
import { kebab } from "@/features/runbooks/schema";
import { contentPath } from "@/lib/env";

const usage = `Usage: npm run import -- <files, folders or a zip> [options]

  --service NAME   the service of all of them (otherwise the name of each file's folder)
  --lang CODE      their language (otherwise found out by their words)
  --owner NAME     who answers for them
  --out FOLDER     where the runbooks go (otherwise CONTENT_DIR/runbooks)
  --plain          no structure: the text as it is
  --repair         mend damaged characters such as "Ã³" and "√≥"
  --dry-run        write nothing, only report

Each text becomes a runbook that the portal accepts and that shows all of it. What exists is never written over. Ends
with 1 if a file was refused.`;

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      service: { type: "string" },
      lang: { type: "string" },
      owner: { type: "string" },
      out: { type: "string" },
      plain: { type: "boolean", default: false },
      structure: { type: "boolean", default: false },
      repair: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0 && !values.help) throw new Error("No files were named.");
  if (values.plain && values.structure) throw new Error("--plain and --structure exclude each other.");
  if (values.service !== undefined && !kebab.test(values.service))
    throw new Error(`\`${values.service}\` cannot be a service: lowercase words joined by hyphens.`);
  return { values, positionals };
}

function progress(done: number, total: number): void {
  if (!process.stderr.isTTY || total === 0) return;
  const width = 30;
  const full = Math.round((done / total) * width);
  process.stderr.write(
    `\r${"█".repeat(full)}${"░".repeat(width - full)} ${done}/${total}${done === total ? "\n" : ""}`,
  );
}

function main(): number {
  const { values, positionals } = options();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const sources = findSources(positionals);
  const total = sources.texts.length;
  const isIgnored = ({ reason }: Refused) => reason === refusalWords.system;
  const refusedAtOnce = sources.refused.filter((one) => !isIgnored(one)).length;
  const counts = { written: 0, refused: refusedAtOnce, looks: 0 };
  const report: string[] = sources.refused.map(
    (one) => `${one.name}: ${isIgnored(one) ? "left out" : "refused"}, ${one.reason}`,
  );
  const dryRun = values["dry-run"];
  const { service = null, lang = null, owner = null, plain, repair } = values;
  const out = path.resolve(values.out ?? contentPath("runbooks"));
  progress(0, total);
  for (const file of importAll(sources, { out, service, lang, owner, structure: !plain, repair, dryRun })) {
    counts[file.refused ? "refused" : "written"] += 1;
    counts.looks += file.lines.filter((line) => line.startsWith("look at")).length;
    report.push(
      file.refused
        ? `${file.name}: refused, ${file.refused}`
        : `${file.name} → ${file.written}${file.proposals > 0 ? ` (${file.proposals} proposals taken)` : ""}`,
      ...file.lines.map((line) => `    ${line}`),
    );
    progress(counts.written + counts.refused - refusedAtOnce, total);
  }
  console.log(report.join("\n"));
  const verb = dryRun ? "would be written" : "written";
  console.log(`${counts.written} ${verb}, ${counts.refused} refused, ${counts.looks} places for a person to look at.`);
  return counts.refused > 0 || total === 0 ? 1 : 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
