import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";

/** How much there is of it. A service has 25 runbooks. */
export type RepositorySize = { runbooks: number; commits: number };

export const pathAt = (n: number) => `servicio-${Math.floor(n / 25)}/guia-${n % 25}`;

/** The text of a runbook that passes the gate, another one for each revision. */
export const textAt = (n: number, revision: number) => `---
title: Guía ${n}
service: servicio-${Math.floor(n / 25)}
lang: es
owner: Equipo
---

Revisión ${revision}.

<Procedure id="p" title="Guía ${n}">
<Remediation>
<Step id="resto" title="Lo que queda por hacer" />
</Remediation>
</Procedure>
`;

/**
 * Makes a repository of runbooks with a long history, checked out: the first commit has all of them, each further one
 * changes one. Takes some 5 s for 5,000 runbooks and 50,000 commits (git fast-import).
 */
export async function writeRepository(dir: string, { runbooks, commits }: RepositorySize): Promise<void> {
  mkdirSync(dir, { recursive: true });
  await git(dir, ["init", "-q", "-b", "main"]);
  await git(dir, ["fast-import", "--quiet"], stream(runbooks, commits));
  await git(dir, ["reset", "-q", "--hard", "main"]);
}

function* stream(runbooks: number, commits: number): Generator<string> {
  const modify = (n: number, revision: number) => {
    const text = textAt(n, revision);
    return `M 100644 inline runbooks/${pathAt(n)}.mdx\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  };
  const commit = (at: number) =>
    `commit refs/heads/main\ncommitter Ana <ana@example.org> ${1_600_000_000 + at * 60} +0000\n`;
  for (let at = 0; at < commits; at += 1) {
    const changed = at === 0 ? Array.from({ length: runbooks }, (_, n) => n) : [(at * 7_919) % runbooks];
    yield `${commit(at)}data 6\ncambio\n${changed.map((n) => modify(n, at)).join("")}`;
  }
}

async function git(cwd: string, args: string[], input?: Iterable<string>): Promise<void> {
  const child = spawn("git", args, { cwd, stdio: ["pipe", "ignore", "inherit"] });
  const ended = once(child, "exit");
  for (const part of input ?? []) if (!child.stdin.write(part)) await once(child.stdin, "drain");
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
}
