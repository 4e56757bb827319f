import { createPerson } from "@/features/identity/commands";
import { tickChecklistItem } from "@/features/incidents/checklists/commands";
import { declareIncident } from "@/features/incidents/declare/commands";
import { getIncident } from "@/features/incidents/queries";
import { assumeRole } from "@/features/incidents/roles/commands";
import { DeclareIncident, type IncidentStatus, type RoleName } from "@/features/incidents/schema";
import { changeStatus } from "@/features/incidents/status/commands";
import { appendEntry } from "@/features/incidents/timeline/commands";
import { AppendEntry } from "@/features/incidents/timeline/schema";
import type { StepEvent } from "@/features/runs/machine";
import type { RunView } from "@/features/runs/schema";
import { startRun } from "@/features/runs/start/commands";
import { actOnStep } from "@/features/runs/steps/commands";
import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";

type Cast = { oncall: Actor; lead: Actor; made: { email: string; password: string }[] };

/** Tells one story as two people would have lived it: each action at its own minute. */
export class Narrator {
  private at: number;

  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    startedMinutesAgo: number,
  ) {
    this.at = Date.now() - startedMinutesAgo * 60_000;
  }

  /** The two accounts of the demonstration, made on the first run; their passwords are printed then and never again. */
  static async people(ctx: Ctx): Promise<Cast> {
    const made: Cast["made"] = [];
    const account = async (email: string, name: string, role: "responder" | "editor"): Promise<Actor> => {
      const known = await ctx.db.person.findUnique({ where: { email } });
      if (known) return { kind: "person", id: known.id, name: known.name, role: known.role };
      const { person, password } = await createPerson(ctx, { email, name, role });
      made.push({ email, password });
      return { kind: "person", id: person.id, name: person.name, role: person.role };
    };
    const oncall = await account("guardia@demo.invalid", "Guardia (demo)", "responder");
    const lead = await account("responsable@demo.invalid", "Responsable (demo)", "editor");
    return { oncall, lead, made };
  }

  /** Lets time pass. */
  wait(minutes: number): this {
    this.at += minutes * 60_000;
    return this;
  }

  /** @returns the incident's key, or null when an earlier run has told this story */
  async declare(
    id: string,
    input: Omit<Parameters<typeof DeclareIncident.parse>[0] & object, "id">,
  ): Promise<string | null> {
    const { key, repeated } = await declareIncident(this.ctx(), DeclareIncident.parse({ ...input, id }));
    return repeated ? null : key;
  }

  async say(key: string, body: string, who: keyof Omit<Cast, "made"> = "oncall"): Promise<void> {
    await appendEntry(this.ctx(who), AppendEntry.parse({ key, body }));
  }

  async take(key: string, role: RoleName, who: keyof Omit<Cast, "made">): Promise<void> {
    await assumeRole(this.ctx(who), { key, role });
  }

  async move(key: string, to: IncidentStatus): Promise<void> {
    await changeStatus(this.ctx("lead"), { key, to, override: false });
  }

  async tickAll(key: string): Promise<void> {
    const { checklists } = await getIncident(this.ctx(), { key });
    for (const item of checklists.flatMap(({ items }) => items)) {
      await tickChecklistItem(this.ctx(), { key, itemId: item.id, checked: true });
      this.wait(0.2);
    }
  }

  async start(runbook: string, procedure: string, key?: string, id?: string): Promise<RunView & { repeated: boolean }> {
    return startRun(this.ctx(), { runbook, procedure, key, id });
  }

  /** Starts a step, spends `minutes` on it, and does `event`. */
  async step(
    run: RunView,
    stepId: string,
    event: StepEvent,
    minutes: number,
    more: { note?: string; evidence?: string; option?: string; confirm?: string } = {},
  ): Promise<void> {
    if (event !== "choose" && event !== "skip")
      await this.act(run, stepId, "start", more.confirm ? { confirm: more.confirm } : {});
    this.wait(minutes);
    await this.act(run, stepId, event, more);
  }

  private async act(run: RunView, stepId: string, event: StepEvent, more: object): Promise<void> {
    const { version } = await this.db.runStep.findUniqueOrThrow({ where: { runId_stepId: { runId: run.id, stepId } } });
    await actOnStep(this.ctx(), { runId: run.id, stepId, event, expectedVersion: version, ...more });
  }

  ctx(who: keyof Omit<Cast, "made"> = "oncall"): Ctx {
    return { db: this.db, actor: this.cast[who], now: () => new Date(this.at), source: "web", locale: "es" };
  }
}
