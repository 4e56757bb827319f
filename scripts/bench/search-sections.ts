import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { SearchSection } from "@/features/runbooks/artifact";
import { buildOutline } from "@/features/runbooks/pipeline/build-outline";
import { gate } from "@/features/runbooks/pipeline/gate";
import { generateLibrary } from "../library/generate";

export type GeneratedSections = { path: string; service: string; title: string; sections: SearchSection[] };

/** Sections of generated runbooks. Reading 10,000 takes minutes: they are kept in the system's folder for the next time. */
export function generatedSections(count: number): GeneratedSections[] {
  const sources = [...generateLibrary(count)];
  const hash = createHash("sha256");
  for (const { source } of sources) hash.update(source);
  const file = path.join(os.tmpdir(), `bitacora-bench-${hash.digest("hex").slice(0, 16)}.jsonl`);
  if (existsSync(file))
    return readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as GeneratedSections);
  console.log(`reading ${count} generated runbooks once; kept in ${file}`);
  const all = sources.map(({ path: name, source }) => {
    const { runbook, problems } = gate({ file: `${name}.mdx`, path: name, format: "mdx", source });
    if (!runbook) throw new Error(problems[0]?.message);
    const { frontMatter, sections } = buildOutline(runbook, problems);
    return { path: name, service: frontMatter.service, title: frontMatter.title, sections };
  });
  writeFileSync(file, `${all.map((one) => JSON.stringify(one)).join("\n")}\n`);
  return all;
}
