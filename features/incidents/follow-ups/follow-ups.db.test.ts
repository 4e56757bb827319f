import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getIncident } from "../queries";
import { listEntries } from "../timeline/queries";
import { addFollowUp, editFollowUp } from "./commands";

describe("a follow-up", () => {
  test("changes its words, owner and day, each told with what it was", async ({ as }) => {
    const [ana] = [await as("responder", "Ana Gómez"), await as("responder", "Luis Peña")];
    const { key } = await buildIncident(ana);
    const { id } = await addFollowUp(ana, { key, title: "Alerta de disco", dueOn: "2026-02-01" });
    const edited = await editFollowUp(ana, {
      key,
      followUpId: id,
      title: "Alerta al 80 %",
      owner: "luis",
      expectedVersion: 1,
    });
    expect(edited).toMatchObject({
      title: "Alerta al 80 %",
      owner: { name: "Luis Peña" },
      dueOn: "2026-02-01",
      version: 2,
    });
    expect((await listEntries(ana, { key, after: 2, limit: 10 })).entries).toMatchObject([
      {
        data: {
          event: "follow_up_changed",
          changes: {
            title: { from: "Alerta de disco", to: "Alerta al 80 %" },
            owner: { from: "Ana Gómez", to: "Luis Peña" },
          },
        },
      },
    ]);
  });

  test("that is already so stays so, also with an old version, and leaves no entry", async ({ as }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id } = await addFollowUp(ctx, { key, title: "Alerta", dueOn: "2026-02-01" });
    const done = { key, followUpId: id, done: true, expectedVersion: 1 };
    await editFollowUp(ctx, done);
    expect(await editFollowUp(ctx, done)).toMatchObject({ version: 2, doneAt: "2026-01-15T03:00:00.000Z" });
    expect((await getIncident(ctx, { key })).lastSeq).toBe(3);
  });

  test("of two who change it with one version in sight, the second is shown the first's", async ({ as }) => {
    const [ana, luis] = [await as("responder", "Ana"), await as("responder", "Luis")];
    const { key } = await buildIncident(ana);
    const { id } = await addFollowUp(ana, { key, title: "Alerta", dueOn: "2026-02-01" });
    const results = await Promise.allSettled([
      editFollowUp(ana, { key, followUpId: id, title: "De Ana", expectedVersion: 1 }),
      editFollowUp(luis, { key, followUpId: id, title: "De Luis", expectedVersion: 1 }),
    ]);
    const [won] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.title] : []));
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "stale_version", details: { current: { title: won, version: 2 } } });
  });
});
