import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** A folder with runbooks and git around it, for one test; `CONTENT_DIR` points at it, and `DATA_DIR` at an empty one, until `remove`. */
export type ContentRepository = {
  /** Top of the repository. */
  root: string;
  /** The content folder. */
  content: string;
  /** Runs git at the top and returns what it printed. */
  git: (...args: string[]) => string;
  write: (file: string, text: string) => void;
  read: (file: string) => string;
  remove: () => void;
};

/** @param kind the content folder is a repository, a folder of a larger one, or in none */
export function contentRepository(kind: "own" | "nested" | "none"): ContentRepository {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "bitacora content-")));
  const content = kind === "nested" ? path.join(root, "portal", "content") : root;
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Hand", "-c", "user.email=hand@example.org", ...args], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  };
  write("runbooks/api/emergencias.mdx", runbook("Emergencias"));
  if (kind === "nested") writeFileSync(path.join(root, "other.txt"), "other\n");
  if (kind !== "none") {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-qm", "first");
  }
  const { CONTENT_DIR, DATA_DIR } = process.env;
  const data = mkdtempSync(path.join(os.tmpdir(), "bitacora-data-"));
  Object.assign(process.env, { CONTENT_DIR: content, DATA_DIR: data });
  return {
    root,
    content,
    git,
    write,
    read: (file) => readFileSync(path.join(content, file), "utf8"),
    remove() {
      for (const [key, value] of Object.entries({ CONTENT_DIR, DATA_DIR })) {
        if (value === undefined) delete process.env[key];
        else process.env[key] = value;
      }
      for (const folder of [root, data]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A runbook that passes the gate. */
export const runbook = (title: string, service = "api", more = "") => `---
title: ${title}
service: ${service}
lang: es
owner: Backend Team
---

<Procedure id="api-no-responde" title="API no responde">

<Symptoms>

- Error 500

</Symptoms>

<Diagnosis>

<Step id="ver-logs" title="Ver los logs">

\`\`\`bash
docker logs api
\`\`\`

</Step>

</Diagnosis>

</Procedure>
${more}`;
