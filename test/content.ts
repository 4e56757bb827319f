import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { invalidateLibrary } from "@/features/runbooks/library/adapter";

/** A content folder of its own, with `CONTENT_DIR` and `DATA_DIR` pointing there until `remove`. */
export function contentFolder() {
  const home = mkdtempSync(path.join(tmpdir(), "bitacora-content-"));
  const before = { CONTENT_DIR: process.env.CONTENT_DIR, DATA_DIR: process.env.DATA_DIR };
  Object.assign(process.env, { CONTENT_DIR: path.join(home, "content"), DATA_DIR: path.join(home, "data") });
  return {
    /** @param name `service/file` */
    write(name: string, body: string, frontMatter = "") {
      const file = path.join(home, "content", "runbooks", `${name}.mdx`);
      mkdirSync(path.dirname(file), { recursive: true });
      const service = name.split("/")[0];
      writeFileSync(
        file,
        `---\ntitle: ${name}\nservice: ${service}\nlang: es\nowner: Equipo\n${frontMatter}---\n\n${body}\n`,
      );
      invalidateLibrary();
    },
    /** @param file under `runbooks/`, with its ending */
    writeText(file: string, text: string) {
      const target = path.join(home, "content", "runbooks", file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
      invalidateLibrary();
    },
    remove() {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}
