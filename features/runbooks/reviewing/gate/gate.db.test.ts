import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test as base } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { publishRunbook, restoreVersion } from "../../publishing/commands";
import { editableSource } from "../../publishing/queries";
import type { PublishRunbook } from "../../publishing/schema";
import { decideReview, requestReview } from "../commands";
import { getReview, listReviews } from "../queries";
import { RequestReview } from "../schema";
import { setReviewRule } from "../settings/commands";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
});
afterEach(() => repo.remove());

const path = "api/emergencias";
const critical = (more: string, level = "critical") =>
  runbook("Emergencias", "api", more).replace("lang: es", `lang: es\ncriticality: ${level}`);

/** Two editors, where critical runbooks want a review and the runbook is critical. */
const test = base.extend<{ on: { ana: Ctx; luis: Ctx } }>({
  on: async ({ as, db }, use) => {
    const [ana, luis, admin] = [await as("editor", "Ana"), await as("editor", "Luis"), await as("admin", "Jefa")];
    await db.reviewPolicy.deleteMany();
    await db.reviewRequest.updateMany({ data: { state: "withdrawn" } });
    await db.incident.updateMany({ data: { status: "closed" } });
    await publishRunbook(ana, await proposal(ana, critical("")));
    await setReviewRule(admin, { criticality: "critical", rule: "required", expectedVersion: 0 });
    await use({ ana, luis });
  },
});

async function proposal(ctx: Ctx, text: string, more: Partial<PublishRunbook> = {}): Promise<PublishRunbook> {
  const { blob } = await editableSource(ctx, path);
  return { path, text, baseBlob: blob, adoptBlob: null, message: "Cambia algo", ...more };
}
const commits = () => Number(repo.git("rev-list", "--count", "HEAD"));

describe("where a review is required", () => {
  test("a text is refused, and what to do is said", async ({ on: { ana } }) => {
    const before = commits();
    await expect(publishRunbook(ana, await proposal(ana, critical("Más.\n")))).rejects.toMatchObject({
      code: "review_required",
      details: { criticality: "critical", reviewId: null, incident: null },
    });
    expect(commits()).toBe(before);
  });

  test("nobody gets by writing a lower criticality into the text", async ({ on: { ana } }) => {
    const lower = await proposal(ana, critical("Más.\n", "low"));
    await expect(publishRunbook(ana, lower)).rejects.toMatchObject({ code: "review_required" });
  });

  test("one of another criticality needs nobody", async ({ on: { ana } }) => {
    const text = runbook("Otro", "api").replace("lang: es", "lang: es\ncriticality: low");
    await publishRunbook(ana, { path: "api/otro", text, baseBlob: null, adoptBlob: null, message: "Nuevo" });
    const raised = text.replace("low", "critical");
    const { blob } = await editableSource(ana, "api/otro");
    const raise = { path: "api/otro", text: raised, baseBlob: blob, adoptBlob: null, message: "Sube" };
    await expect(publishRunbook(ana, raise)).rejects.toMatchObject({ code: "review_required" });
  });

  test("an approval lets that very text pass, published by its author or the approver, and no other", async ({
    on,
    as,
  }) => {
    const { ana, luis } = on;
    const input = await proposal(ana, critical("Más.\n"));
    const { review } = await requestReview(ana, RequestReview.parse(input));
    await expect(publishRunbook(ana, input)).rejects.toMatchObject({ details: { reviewId: review.id, state: "open" } });
    await decideReview(luis, { reviewId: review.id, decision: "approve", note: "", expectedVersion: 1 });
    const other = { ...input, text: critical("Más, y algo que nadie vio.\n") };
    await expect(publishRunbook(ana, other)).rejects.toMatchObject({ code: "review_required" });
    await expect(publishRunbook(await as("editor", "Eva"), input)).rejects.toMatchObject({ code: "review_required" });
    await publishRunbook(ana, input);
    expect(repo.git("log", "-1", "--format=%(trailers:key=Reviewed-by,valueonly)").trim()).toBe(
      "Luis <luis@example.org>",
    );
    expect(await getReview(ana, { reviewId: review.id })).toMatchObject({ state: "published" });
  });

  test("going back to a published version asks nobody", async ({ on: { ana } }) => {
    const first = repo.git("rev-list", "--max-parents=0", "HEAD").trim();
    const { blob } = await editableSource(ana, path);
    const restored = await restoreVersion(ana, { path, commit: first, baseBlob: blob, message: "Vuelve atrás" });
    expect(restored.commit).toBe(repo.git("rev-parse", "HEAD").trim());
  });
});

describe("in a hurry", () => {
  const urgent = { reason: "El comando borra la base de datos" };

  test("it is published during an incident, loudly, and waits for somebody to look at it", async ({ on, db }) => {
    const { ana, luis } = on;
    const { key } = await buildIncident(ana);
    const { commit } = await publishRunbook(ana, await proposal(ana, critical("Más.\n"), { urgent }));
    const waiting = await listReviews(luis, { show: "unreviewed", path, limit: 10, skip: 0 });
    expect(waiting.reviews).toMatchObject([
      { path, commit, urgentReason: urgent.reason, incident: key, publishedBy: "Ana", can: { decide: true } },
    ]);
    expect(await db.auditEvent.findFirst({ where: { action: "review.bypassed" } })).toMatchObject({
      actorName: "Ana",
      data: { path, commit, reason: urgent.reason, incident: key },
    });
    const [found] = waiting.reviews;
    if (!found) throw new Error("nothing waits");
    const decision = { reviewId: found.id, decision: "approve" as const, note: "Bien", expectedVersion: found.version };
    await expect(decideReview(ana, decision)).rejects.toMatchObject({ code: "own_review" });
    expect(await decideReview(luis, decision)).toMatchObject({ state: "published", decidedBy: { name: "Luis" } });
    expect((await listReviews(luis, { show: "unreviewed", limit: 10, skip: 0 })).reviews).toEqual([]);
  });

  test("it is refused while no incident is open, and through a token", async ({ on: { ana } }) => {
    const input = await proposal(ana, critical("Más.\n"), { urgent });
    await expect(publishRunbook(ana, input)).rejects.toMatchObject({ code: "review_required" });
    await buildIncident(ana);
    const token: Ctx = { ...ana, actor: { kind: "token", id: null, name: "ci", role: "admin", madeBy: ana.actor.id } };
    await expect(publishRunbook(token, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
