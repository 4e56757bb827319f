import type { Repository } from "../../git/adapter";
import { run } from "../../git/adapter";
import { readObjects } from "../../git/objects/adapter";
import type { GateInput } from "../../pipeline/gate";
import { fileUrl } from "../../pipeline/render-tree";
import { linksIn } from "../links/retarget";

/** A file that a runbook's text names, as some commit has it. */
export type BesideFile = {
  /** Below the content folder, e.g. `runbooks/api/diagrama.png`. */
  file: string;
  blob: string;
};

const served = "/runbook-files/";
/** Files of one runbook that are looked after; more would be a folder, not what lies beside a text. */
const maxFiles = 200;

/** The files that a text names in the folder of its service, below the content folder, whether or not they are there. */
export function filesNamed(input: GateInput): string[] {
  const folder = `${served}${input.path.split("/")[0]}/`;
  const named = linksIn(input).flatMap(({ href }) => {
    const url = fileUrl(href.replace(/[?#].*$/, ""), input.path);
    if (!url.startsWith(folder)) return [];
    try {
      return [`runbooks/${decodeURIComponent(url.slice(served.length))}`];
    } catch {
      return [];
    }
  });
  return [...new Set(named)].slice(0, maxFiles);
}

/** Those of the files that a commit has, as regular files. */
export async function filesAt(repository: Repository, commit: string, files: string[]): Promise<BesideFile[]> {
  if (files.length === 0) return [];
  const { root, prefix } = repository;
  const listed = await run(["ls-tree", "-z", commit, "--", ...files.map((file) => prefix + file)], { cwd: root });
  return listed.stdout.split("\0").flatMap((entry) => {
    const [, blob, name] = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
    return blob && name ? [{ file: name.slice(prefix.length), blob }] : [];
  });
}

/** The bytes of files, in their order. */
export async function bytesOf(repository: Repository, files: BesideFile[]): Promise<Uint8Array[]> {
  const objects = await readObjects(
    repository,
    files.map(({ blob }) => blob),
  );
  return objects.map((object) => object?.bytes ?? new Uint8Array());
}
