import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rootOf } from "./server-bundle";

test("the portal's folder is known from that of its code, bundled or not", () => {
  expect(rootOf(path.resolve("/srv/bitacora"))).toBe(path.resolve("/srv/bitacora"));
  expect(rootOf(path.resolve("/srv/bitacora/.next/portal"))).toBe(path.resolve("/srv/bitacora"));
});

describe("npm start", () => {
  let dir = "";
  const put = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  };
  const started = () => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    return execFileSync(process.execPath, ["start.mjs"], { cwd: dir, encoding: "utf8", env }).trim();
  };

  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), "bitacora start "));
    await cp("start.mjs", path.join(dir, "start.mjs"));
    await symlink(path.resolve("node_modules"), path.join(dir, "node_modules"));
    await put("package.json", '{"type":"module"}');
    await put("server.ts", 'const from: string = "sources"; console.log(from, process.env.NODE_ENV);');
    await put(".next/portal/server.mjs", 'console.log("bundle", process.env.NODE_ENV);');
    await put(".next/portal/lib/server/build-stamp.mjs", 'export const sourceStamp = () => "as they are";');
    await put(".next/bitacora-build", "as they are");
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  test("takes the bundle of these very sources", () => {
    expect(started()).toBe("bundle production");
  });

  test("takes the sources where they are others", async () => {
    await put(".next/bitacora-build", "as they were");
    expect(started()).toBe("sources production");
  });

  test("takes the sources where there is no build, or one without a bundle", async () => {
    await rm(path.join(dir, ".next", "portal"), { recursive: true });
    expect(started()).toBe("sources production");
    await rm(path.join(dir, ".next"), { recursive: true });
    expect(started()).toBe("sources production");
  });
});
