import { afterAll, beforeAll, describe, expect } from "vitest";
import { addFollowUp } from "@/features/incidents/follow-ups/commands";
import { assumeRole } from "@/features/incidents/roles/commands";
import { ChangeStatus } from "@/features/incidents/schema";
import { changeStatus } from "@/features/incidents/status/commands";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { AppendEntry } from "@/features/incidents/timeline/schema";
import { gate } from "@/features/runbooks/pipeline/gate";
import { startRun } from "@/features/runs/start/commands";
import { actOnStep } from "@/features/runs/steps/commands";
import type { Ctx } from "@/lib/context";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { draftPostMortem } from "./commands";
import { savedText, savedTexts } from "./queries";
import { savePostMortem } from "./save/commands";
import type { SaveConflict } from "./schema";

const runbook = "pagos/caida";
const content = contentFolder();
beforeAll(() =>
  content.write(
    runbook,
    `<Procedure id="p" title="Pagos caídos">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
</Diagnosis>
<Remediation>
<Step id="reinicio" title="Reiniciar" kind="change" irreversible target="reinicio" />
<Step id="rollback" title="Volver atrás" kind="change" irreversible target="rollback" />
</Remediation>
</Procedure>`,
  ),
);
afterAll(() => content.remove());

/** A night with a bit of everything, until the service is being watched. */
async function night(ctx: Ctx, advance: (seconds: number) => void): Promise<string> {
  const { key } = await buildIncident(ctx, { summary: "Pagos *lentos*", impactStartedAt: "2026-01-15T02:40:00Z" });
  const write = (body: string) => appendEntry(ctx, AppendEntry.parse({ key, body }));
  await assumeRole(ctx, { key, role: "lead" });
  await write("-12m reinicié db-1");
  await write("/decision Volver a la versión {anterior}");
  advance(2_400);
  await write("/sev 1");
  await write("/update Sin pagos con tarjeta");
  const { id: runId } = await startRun(ctx, { key, runbook, procedure: "p" });
  advance(30);
  const step = (stepId: string, event: "complete" | "fail") =>
    actOnStep(ctx, { runId, stepId, event, expectedVersion: 1, confirm: stepId, note: "Con <b>cuidado</b>" });
  await step("logs", "complete");
  await step("reinicio", "fail");
  advance(60);
  await step("rollback", "complete");
  await changeStatus(ctx, ChangeStatus.parse({ key, to: "monitoring" }));
  await addFollowUp(ctx, { key, title: "Alertar antes", dueOn: "2026-02-01" });
  return key;
}

const stable = (text: string) =>
  text
    .replaceAll(/INC-\d+/g, "INC-7")
    .replaceAll(/runs\/[0-9a-f-]{36}/g, "runs/…")
    .replaceAll(/`[0-9a-f]{8}`/g, "`…`");

describe("the post-mortem of an incident", () => {
  test("is drafted from its record, in either language, and passes the gate", async ({ as, clock }) => {
    const ana = await as("responder", "Ana");
    const spanish = await draftPostMortem(ana, { key: await night(ana, clock.advance) });
    const english = await draftPostMortem(
      { ...ana, locale: "en" },
      { key: await night({ ...ana, locale: "en" }, clock.advance) },
    );
    for (const { text, path } of [spanish, english]) {
      const { problems } = gate({ file: path, path, format: "mdx", kind: "postmortem", source: text });
      expect(problems).toEqual([]);
    }
    await expect(stable(spanish.text)).toMatchFileSnapshot("../../../test/records/post-mortem-es.mdx");
    const undated = english.text.replaceAll(/2026-01-15[T ]\d\d:\d\d:\d\d/g, "2026-01-15 …");
    await expect(stable(undated)).toMatchFileSnapshot("../../../test/records/post-mortem-en.mdx");
  });

  test("is one: drafting again gives what it has become, also two at once", async ({ as, clock, db }) => {
    const ana = await as("responder", "Ana");
    const key = await night(ana, clock.advance);
    const both = await Promise.all([draftPostMortem(ana, { key }), draftPostMortem(await as("editor"), { key })]);
    expect(both.map(({ repeated }) => repeated).toSorted()).toEqual([false, true]);
    await savePostMortem(ana, { key, version: 1, text: "Editado" });
    expect(await draftPostMortem(ana, { key })).toMatchObject({ text: "Editado", version: 2, repeated: true });
    const told = { kind: "link", data: { path: ["event"], equals: "post_mortem_drafted" } } as const;
    expect(await db.timelineEntry.count({ where: { ...told, incident: { postMortem: { version: 2 } } } })).toBe(1);
  });

  test("waits until the service is being watched, and is not a viewer's to write", async ({ as }) => {
    const ana = await as("responder", "Ana");
    const { key } = await buildIncident(ana);
    await expect(draftPostMortem(ana, { key })).rejects.toMatchObject({ code: "post_mortem_too_early" });
    await changeStatus(ana, ChangeStatus.parse({ key, to: "monitoring" }));
    await expect(draftPostMortem(await as("viewer"), { key })).rejects.toMatchObject({ code: "forbidden" });
    await expect(draftPostMortem(ana, { key: "INC-9999" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("two people write the same post-mortem", () => {
  const base = "# Uno\n\nRaíz\n\n# Dos\n\nAcción\n";
  async function shared(ana: Ctx): Promise<{ key: string; version: number }> {
    const { key } = await buildIncident(ana);
    await changeStatus(ana, ChangeStatus.parse({ key, to: "monitoring" }));
    await draftPostMortem(ana, { key });
    return savePostMortem(ana, { key, version: 1, text: base }).then(({ version }) => ({ key, version }));
  }

  test("the second to save is shown both texts and a merge of them, and nothing was written over", async ({
    as,
    clock,
  }) => {
    const [ana, leo] = [await as("responder", "Ana"), await as("responder", "Leo")];
    const { key, version } = await shared(ana);
    clock.advance(60);
    await savePostMortem(leo, { key, version, text: base.replace("Raíz", "La causa, según Leo") });
    const mine = base.replace("Acción", "Alertar antes");
    const refused = savePostMortem(ana, { key, version, text: mine });
    await expect(refused).rejects.toMatchObject({ code: "stale_version" });
    const { details } = (await refused.catch((error: unknown) => error)) as { details: SaveConflict };
    expect(details.base).toBe(base);
    expect(details.current).toMatchObject({ version: version + 1, updatedBy: { name: "Leo" } });
    expect(details.merged).toEqual({
      text: "# Uno\n\nLa causa, según Leo\n\n# Dos\n\nAlertar antes\n",
      conflicts: 0,
    });
    const saved = await savePostMortem(ana, { key, version: details.current.version, text: details.merged.text });
    expect(saved.text).toContain("según Leo");
  });

  test("the same line changed by both is a conflict that holds both", async ({ as }) => {
    const [ana, leo] = [await as("responder", "Ana"), await as("responder", "Leo")];
    const { key, version } = await shared(ana);
    await savePostMortem(leo, { key, version, text: base.replace("Raíz", "De Leo") });
    const error = (await savePostMortem(ana, { key, version, text: base.replace("Raíz", "De Ana") }).catch(
      (caught: unknown) => caught,
    )) as { details: SaveConflict };
    expect(error.details.merged.conflicts).toBe(1);
    expect(error.details.merged.text).toContain("De Ana");
    expect(error.details.merged.text).toContain("De Leo");
  });

  test("an answer that got lost is asked for again: the same text is saved once", async ({ as }) => {
    const ana = await as("responder", "Ana");
    const { key, version } = await shared(ana);
    const once = await savePostMortem(ana, { key, version, text: "Otro" });
    expect(await savePostMortem(ana, { key, version, text: "Otro" })).toEqual(once);
  });

  test("autosaves of one person in five minutes are one text; each person's last one stays", async ({ as, clock }) => {
    const [ana, leo] = [await as("responder", "Ana"), await as("responder", "Leo")];
    const { key, version: first } = await shared(ana);
    let version = first;
    const save = async (ctx: Ctx, text: string) => {
      version = (await savePostMortem(ctx, { key, version, text })).version;
    };
    for (let at = 0; at < 20; at += 1) await save(ana, `Ana ${at}`);
    await save(leo, "Leo 1");
    await save(ana, "Ana después");
    clock.advance(400);
    await save(ana, "Ana más tarde");
    const { revisions } = await savedTexts(ana, { key });
    const texts = await Promise.all(revisions.map(async (one) => (await savedText(ana, { key, ...one })).text));
    expect(texts.slice(0, -1)).toEqual(["Ana más tarde", "Ana después", "Leo 1", "Ana 19"]);
    expect(revisions.at(-1)?.version).toBe(1);
  });
});
