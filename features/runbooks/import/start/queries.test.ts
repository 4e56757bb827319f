import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { contentFolder } from "@/test/content";
import { everyRunbook } from "../../library/queries";
import { importStart, takenPaths } from "./queries";

const editor: Actor = { kind: "person", id: "1", name: "Alguien", role: "editor" };
const viewer: Actor = { ...editor, role: "viewer" };

let content: ReturnType<typeof contentFolder>;
beforeEach(() => {
  content = contentFolder();
  content.write("api/emergencias", "Redis no responde.");
  content.write("colas/general", "Redis guarda las colas.");
});
afterEach(() => content.remove());

const startSize = async () => JSON.stringify(await importStart({ actor: editor })).length;

test("an import starts with as much for a hundred runbooks as for two", async () => {
  const before = await startSize();
  for (let at = 0; at < 100; at += 1) content.write(`api/n${at}`, "Texto.");
  await everyRunbook();
  expect(await startSize()).toBe(before);
  expect((await importStart({ actor: editor })).services).toEqual(["api", "colas"]);
});

test("the paths of a service are told when something goes there, those of refused files too", async () => {
  content.writeText("api/rota.mdx", "sin cabecera <Nada");
  expect((await takenPaths({ actor: editor }, { service: "api" })).paths).toEqual(["api/emergencias", "api/rota"]);
  expect((await takenPaths({ actor: editor }, { service: "otra" })).paths).toEqual([]);
  await expect(takenPaths({ actor: viewer }, { service: "api" })).rejects.toMatchObject({ code: "forbidden" });
});
