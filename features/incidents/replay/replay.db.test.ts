import fc from "fast-check";
import { describe, expect } from "vitest";
import { isAppError } from "@/lib/errors/app-error";
import { severities } from "@/lib/severity";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { getIncident } from "../queries";
import { assumeRole, renounceRole } from "../roles/commands";
import { AssumeRole, RenounceRole } from "../roles/schema";
import { ChangeSeverity, ChangeStatus } from "../schema";
import { changeSeverity } from "../severity/commands";
import { changeStatus } from "../status/commands";
import { appendEntry } from "../timeline/commands";
import { correctEntry } from "../timeline/correct/commands";
import { AppendEntry } from "../timeline/schema";
import { incidentStatuses, roleNames } from "../vocabulary";
import { readReplay } from "./queries";
import { bases, momentAt, replayIndex, textAt } from "./replay-index";
import { ReadReplay } from "./schema";

const ago = fc.nat(600);
const anyAction = fc.oneof(
  fc.record({ does: fc.constant("status" as const), to: fc.constantFrom(...incidentStatuses), ago }),
  fc.record({ does: fc.constant("severity" as const), to: fc.constantFrom(...severities), ago }),
  fc.record({ does: fc.constant("assume" as const), role: fc.constantFrom(...roleNames), ago }),
  fc.record({ does: fc.constant("renounce" as const), role: fc.constantFrom(...roleNames), ago }),
  fc.record({ does: fc.constant("note" as const), ago }),
);

describe("a replay read from the timeline", () => {
  test("ends as the incident stands, whatever happened and however late it was told", async ({ as, clock }) => {
    const people = [await as("responder", "Ana"), await as("responder", "Luis")];
    await fc.assert(
      fc.asyncProperty(fc.array(anyAction, { maxLength: 14 }), async (actions) => {
        const [ana] = people;
        if (!ana) return;
        const { key } = await buildIncident(ana);
        for (const [n, action] of actions.entries()) {
          const ctx = people[n % 2] ?? ana;
          clock.advance(30);
          const happenedAt = new Date(clock.now.getTime() - action.ago * 1_000).toISOString();
          const given = { key, happenedAt, reason: "porque sí", override: true };
          try {
            if (action.does === "status") await changeStatus(ctx, ChangeStatus.parse({ ...given, to: action.to }));
            if (action.does === "severity")
              await changeSeverity(ctx, ChangeSeverity.parse({ ...given, to: action.to }));
            if (action.does === "assume") await assumeRole(ctx, AssumeRole.parse({ key, role: action.role }));
            if (action.does === "renounce") await renounceRole(ctx, RenounceRole.parse({ key, role: action.role }));
            if (action.does === "note") await appendEntry(ctx, AppendEntry.parse({ key, body: "nota", happenedAt }));
          } catch (error) {
            if (!isAppError(error)) throw error;
          }
        }
        const incident = await getIncident(ana, { key });
        const { entries } = await readReplay(ana, ReadReplay.parse({ key }));
        const roles = Object.fromEntries(incident.roles.map(({ role, person }) => [role, person.name]));
        for (const basis of bases) {
          const index = replayIndex(entries, basis);
          const end = momentAt(index, index.end);
          expect(end.status?.value).toBe(incident.status);
          expect(end.severity?.value).toBe(incident.severity);
          for (const role of roleNames) expect(end.roles[role]?.value ?? undefined).toBe(roles[role]);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("brings the texts that an entry had, in pages by number", async ({ as, clock }) => {
    const ctx = await as("responder");
    const { key } = await buildIncident(ctx);
    const { id } = await appendEntry(ctx, AppendEntry.parse({ key, kind: "note", body: "db-2" }));
    clock.advance(60);
    await correctEntry(ctx, { key, entryId: id, expectedRevision: 0, body: "db-3" });
    const page = await readReplay(ctx, ReadReplay.parse({ key, after: 1, limit: 1 }));
    expect(page).toMatchObject({ lastSeq: 2, entries: [{ seq: 2, body: "db-3", earlier: [{ body: "db-2" }] }] });
    const [entry] = page.entries;
    if (!entry) throw new Error("the entry is missing");
    expect(textAt(entry, "known", clock.now.getTime() - 1).body).toBe("db-2");
  });

  test("is for members, and knows no incident that is not there", async ({ as, asNobody }) => {
    const input = ReadReplay.parse({ key: "INC-9999" });
    await expect(readReplay(asNobody, input)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(readReplay(await as("viewer"), input)).rejects.toMatchObject({ code: "not_found" });
  });
});
