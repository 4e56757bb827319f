import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { dequeue, enqueue } from "@/lib/jobs/queue";
import { stableSeconds } from "../closing";
import { lockIncidentById } from "../lock/queries";
import { recordEntry } from "../timeline/record/commands";
import { stabilityOf } from "./stability";
import { StableSince, stableTask } from "./stable-task";

type Timed = Pick<Incident, "id" | "status" | "mitigatedAt">;

/**
 * Sets the job for the end of the half hour of stability where a change moved it, and takes it back where the service is not
 * well after all; then the timeline says for how long it had been. In the caller's transaction, on the locked incident.
 */
export async function setStability(tx: Tx, ctx: Ctx, before: Timed, after: Timed): Promise<void> {
  const [was, is] = [stabilityOf(before), stabilityOf(after)];
  if (was?.dueAt.getTime() === is?.dueAt.getTime()) return;
  const key = jobKey(after.id);
  if (is) {
    const payload: StableSince = { incidentId: after.id, since: is.since.toISOString() };
    return enqueue(tx, { task: stableTask, payload, key, at: is.dueAt });
  }
  await dequeue(tx, key);
  if (!was || after.status === "closed" || ctx.now() >= was.dueAt) return;
  const seconds = Math.max(0, Math.floor((ctx.now().getTime() - was.since.getTime()) / 1_000));
  await recordEntry(tx, ctx, after.id, {
    kind: "verification",
    body: "⏱ ✕",
    data: { event: "stability-stopped", since: was.since.toISOString(), seconds },
  });
}

/** Records, once, that a service has been stable for half an hour, at the time at which that was so. */
export async function reachStability(ctx: Ctx, payload: unknown): Promise<void> {
  const { incidentId, since } = StableSince.parse(payload);
  await transaction(ctx.db, async (tx) => {
    const incident = await lockIncidentById(tx, incidentId);
    const stability = stabilityOf(incident);
    if (!stability || stability.since.toISOString() !== since) return;
    const told = { incidentId, AND: ["event", "since"].map((name) => at(name, name === "event" ? "stable" : since)) };
    if ((await tx.timelineEntry.count({ where: told })) > 0) return;
    const { dueAt } = stability;
    // This instance's clock is behind the one that set the job.
    if (ctx.now() < dueAt) {
      return enqueue(tx, { task: stableTask, payload: { incidentId, since }, key: jobKey(incidentId), at: dueAt });
    }
    await recordEntry(tx, ctx, incidentId, {
      kind: "verification",
      body: `✓ ${stableSeconds / 60} min`,
      happenedAt: dueAt,
      data: {
        event: "stable",
        since,
        seconds: stableSeconds,
        dueAt: dueAt.toISOString(),
        firedAt: ctx.now().toISOString(),
      },
    });
  });
}

const at = (name: string, value: string) => ({ data: { path: [name], equals: value } });
const jobKey = (incidentId: string) => `incident:${incidentId}:stable`;
