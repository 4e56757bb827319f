import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Somebody else's clone of the remote, who works at a shell. */
export type Clone = {
  root: string;
  git: (...args: string[]) => string;
  /** Writes a file and commits it. */
  commit: (file: string, text: string) => void;
  /** Commits and pushes; takes over what others pushed first. */
  push: (file: string, text: string) => void;
  read: (file: string) => string;
};

/** A bare repository that several clones share, for one test; `CONTENT_REMOTE` names it until `remove`. */
export type ContentRemote = {
  url: string;
  git: (...args: string[]) => string;
  clone: () => Clone;
  remove: () => void;
};

const run = (cwd: string, args: string[]) =>
  execFileSync("git", ["-c", "user.name=Hand", "-c", "user.email=hand@example.org", ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

/** @param from a repository whose `main` is what the remote starts with */
export function contentRemote(from: string): ContentRemote {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "bitacora-remote-")));
  const url = path.join(folder, "content.git");
  run(folder, ["clone", "-q", "--bare", from, url]);
  const before = process.env.CONTENT_REMOTE;
  process.env.CONTENT_REMOTE = url;
  let clones = 0;
  return {
    url,
    git: (...args) => run(url, args),
    clone() {
      clones += 1;
      const root = path.join(folder, `clone-${clones}`);
      run(folder, ["clone", "-q", url, root]);
      const commit = (file: string, text: string) => {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), text);
        run(root, ["add", "-A"]);
        run(root, ["commit", "-qm", `change ${file}`]);
      };
      return {
        root,
        git: (...args) => run(root, args),
        commit,
        push(file, text) {
          commit(file, text);
          run(root, ["pull", "-q", "--no-rebase", "--no-edit"]);
          run(root, ["push", "-q"]);
        },
        read: (file) => readFileSync(path.join(root, file), "utf8"),
      };
    },
    remove() {
      if (before === undefined) delete process.env.CONTENT_REMOTE;
      else process.env.CONTENT_REMOTE = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
