import fc from "fast-check";
import { afterAll, beforeAll, expect } from "vitest";
import { readReplay } from "@/features/incidents/replay/queries";
import { momentAt, replayIndex } from "@/features/incidents/replay/replay-index";
import { ReadReplay } from "@/features/incidents/replay/schema";
import { isAppError } from "@/lib/errors/app-error";
import { contentFolder } from "@/test/content";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { stepEvents } from "../machine";
import { getRun } from "../queries";
import { startRun } from "../start/commands";
import { actOnStep } from "../steps/commands";

const runbook = "pagos/api";
const body = `
<Procedure id="api-down" title="API no responde">
<Diagnosis>
<Step id="logs" title="Ver los logs" />
<Decision id="cause" question="¿Qué falla?">

<Option label="yes" goto="restart" />
<Option label="no" goto="restart-all" />

</Decision>
</Diagnosis>
<Remediation>
<Step id="restart" title="Reiniciar la API" kind="change">

<Expect>La API responde</Expect>

</Step>
<Step id="restart-all" title="Reiniciar todo" kind="change">

<Expect>La API responde</Expect>

</Step>
</Remediation>
</Procedure>`;
const content = contentFolder();
beforeAll(() => content.write(runbook, body));
afterAll(() => content.remove());

const anyAction = fc.record({
  step: fc.nat(3),
  event: fc.constantFrom(...stepEvents, "complete" as const, "choose" as const),
  option: fc.constantFrom("yes", "no"),
});

test("the replay of an incident ends with its runs and their steps as they are", async ({ as, clock }) => {
  const ctx = await as("responder");
  await fc.assert(
    fc.asyncProperty(fc.array(anyAction, { maxLength: 12 }), async (actions) => {
      const { key } = await buildIncident(ctx);
      const { id: runId } = await startRun(ctx, { key, runbook, procedure: "api-down" });
      for (const { step, event, option } of actions) {
        clock.advance(20);
        const { steps } = await getRun(ctx, { runId });
        const row = steps[step];
        if (!row) continue;
        const input = { runId, stepId: row.id, event, expectedVersion: row.version, note: "porque sí", option };
        try {
          await actOnStep(ctx, input);
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
      }
      const run = await getRun(ctx, { runId });
      const { entries } = await readReplay(ctx, ReadReplay.parse({ key }));
      const index = replayIndex(entries, "known");
      const replayed = momentAt(index, index.end).runs[runId];
      expect(replayed).toMatchObject({ title: "API no responde", status: { value: run.status } });
      for (const { id, state } of run.steps) {
        const told = replayed?.steps[id]?.state.value ?? "pending";
        expect({ id, state: told }).toEqual({ id, state });
      }
    }),
    { numRuns: 12 },
  );
});
