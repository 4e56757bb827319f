import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test as base } from "@/test/database";
import { saveDraft } from "../drafts/commands";
import { ownDraft } from "../drafts/queries";
import { publishRunbook } from "../publishing/commands";
import { editableSource } from "../publishing/queries";
import { decideReview, requestReview, reviseReview, withdrawReview } from "./commands";
import { publishReview } from "./publish/commands";
import { getReview, listReviews, reviewsWaitingFor } from "./queries";
import { RequestReview } from "./schema";

/** Each test begins with nothing under way. */
const test = base.extend<{ calm: undefined }>({
  calm: [
    async ({ db }, use) => {
      await db.reviewRequest.updateMany({ data: { state: "withdrawn" } });
      await db.draft.deleteMany();
      await use(undefined);
    },
    { auto: true },
  ],
});

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
});
afterEach(() => repo.remove());

const path = "api/emergencias";
const textWith = (more: string) => runbook("Emergencias", "api", more);
const lastMessage = () => repo.git("log", "-1", "--format=%an|%B").trim();

/** A request of that person to publish the runbook with more at its end. */
async function asked(ctx: Ctx, more = "Más texto.\n", changes: Partial<RequestReview> = {}) {
  const { blob } = await editableSource(ctx, path);
  const input = RequestReview.parse({ path, text: textWith(more), baseBlob: blob, message: "Añade texto", ...changes });
  return (await requestReview(ctx, input)).review;
}
const approve = (ctx: Ctx, { id, version }: { id: string; version: number }) =>
  decideReview(ctx, { reviewId: id, decision: "approve", note: "", expectedVersion: version });
const revised = async (ctx: Ctx, { id, version }: { id: string; version: number }, more: string) => {
  const { blob } = await editableSource(ctx, path);
  const round = { reviewId: id, text: textWith(more), baseBlob: blob, message: "Otra", expectedVersion: version };
  return (await reviseReview(ctx, round)).review;
};

describe("a review", () => {
  test("goes from the request to the publication, in the author's name, with the reviewer in a trailer", async ({
    as,
    db,
  }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    const review = await asked(ana);
    await saveDraft(ana, { path, text: textWith("Más texto.\n"), baseBlob: null, message: "", version: 0 });
    expect((await reviewsWaitingFor(luis)).toReview.map(({ id }) => id)).toContain(review.id);
    const approved = await approve(luis, review);
    expect(approved).toMatchObject({ state: "approved", decidedBy: { name: "Luis Gil" }, can: { publish: true } });
    expect((await reviewsWaitingFor(ana)).toFinish.map(({ id }) => id)).toContain(review.id);
    const { commit } = await publishReview(luis, { reviewId: review.id, expectedVersion: approved.version });
    expect(lastMessage()).toBe("Ana Ruiz|Añade texto\n\nReviewed-by: Luis Gil <luis.gil@example.org>");
    expect(repo.read(`runbooks/${path}.mdx`)).toBe(textWith("Más texto.\n"));
    expect(await getReview(ana, { reviewId: review.id })).toMatchObject({
      state: "published",
      commit,
      publishedBy: "Luis Gil",
    });
    expect(await ownDraft(ana, path)).toBeNull();
    const told = await db.auditEvent.findMany({ where: { subject: `review:${review.id}` }, orderBy: { id: "asc" } });
    expect(told.map(({ action }) => action)).toEqual(["review.requested", "review.approved", "review.published"]);
  });

  test("asked for twice with one id is one; a second one of the same text is refused", async ({ as }) => {
    const ana = await as("editor", "Ana Ruiz");
    const input = { id: "01900000-0000-7000-8000-0000000000a1" };
    const first = await asked(ana, "a\n", input);
    expect((await asked(ana, "a\n", input)).id).toBe(first.id);
    await expect(asked(ana, "b\n")).rejects.toMatchObject({ code: "review_open", details: { reviewId: first.id } });
    await expect(asked(await as("editor", "Luis Gil"), "a\n", input)).rejects.toMatchObject({ code: "id_reused" });
  });

  test("is not decided by its author, nor through a token, nor by a responder", async ({ as }) => {
    const ana = await as("editor", "Ana Ruiz");
    const review = await asked(ana);
    await expect(approve(ana, review)).rejects.toMatchObject({ code: "own_review" });
    const luis = await as("editor", "Luis Gil");
    const token: Ctx = {
      ...luis,
      actor: { kind: "token", id: null, name: "ci", role: "admin", madeBy: luis.actor.id },
    };
    await expect(approve(token, review)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approve(await as("responder"), review)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("that a token asked for is not decided by the person who made the token", async ({ as }) => {
    const ana = await as("editor", "Ana Ruiz");
    const token: Ctx = { ...ana, actor: { kind: "token", id: null, name: "ci", role: "editor", madeBy: ana.actor.id } };
    const review = await asked(token);
    await expect(approve(ana, review)).rejects.toMatchObject({ code: "own_review" });
    expect(await approve(await as("editor", "Luis Gil"), review)).toMatchObject({ state: "approved" });
  });

  test("asks for changes with a word, and a new round makes an approval lapse; all rounds stay", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    let review = await asked(ana, "Uno.\n");
    const changes = { reviewId: review.id, decision: "request_changes" as const, expectedVersion: review.version };
    await expect(decideReview(luis, { ...changes, note: "" })).rejects.toMatchObject({ code: "reason_required" });
    review = await decideReview(luis, { ...changes, note: "Falta el comando" });
    review = await approve(luis, await revised(ana, review, "Dos.\n"));
    review = await revised(ana, review, "Tres.\n");
    expect(review).toMatchObject({ state: "open", round: 3, decidedBy: null });
    expect(review.rounds.map(({ decision, decisionNote }) => [decision, decisionNote])).toEqual([
      ["changes_requested", "Falta el comando"],
      ["approved", ""],
      [null, ""],
    ]);
    expect(review.rounds[0]?.text).toBe(textWith("Uno.\n"));
    await expect(publishReview(ana, { reviewId: review.id, expectedVersion: review.version })).rejects.toMatchObject({
      code: "invalid_transition",
    });
  });

  test("approved while a new round comes is approved for neither: one of the two is told", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    for (let turn = 0; turn < 6; turn += 1) {
      const review = await asked(ana, `Vuelta ${turn}.\n`);
      const both = await Promise.allSettled([approve(luis, review), revised(ana, review, `Vuelta ${turn} bis.\n`)]);
      const refused = both.filter(({ status }) => status === "rejected");
      expect(refused).toMatchObject([{ reason: { code: "stale_version", details: { current: { id: review.id } } } }]);
      const now = await getReview(ana, { reviewId: review.id });
      expect([now.state, now.round]).toEqual(now.round === 2 ? ["open", 2] : ["approved", 1]);
      await withdrawReview(ana, { reviewId: now.id, expectedVersion: now.version });
    }
  });

  test("is taken back by its author, or an administrator, and nobody else", async ({ as }) => {
    const review = await asked(await as("editor", "Ana Ruiz"));
    const back = { reviewId: review.id, expectedVersion: review.version };
    await expect(withdrawReview(await as("editor", "Luis Gil"), back)).rejects.toMatchObject({ code: "forbidden" });
    expect(await withdrawReview(await as("admin", "Jefa"), back)).toMatchObject({ state: "withdrawn" });
    const list = await listReviews(await as("editor"), { show: "closed", limit: 100, skip: 0 });
    expect(list.reviews.map(({ id }) => id)).toContain(review.id);
  });

  test("may be asked of an editor, not of a responder or of oneself", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    for (const one of [await as("responder", "Eva"), ana])
      await expect(asked(ana, "x\n", { reviewerId: one.actor.id })).rejects.toMatchObject({ code: "unknown_person" });
    const review = await asked(ana, "x\n", { reviewerId: luis.actor.id });
    const waiting = async (ctx: Ctx) => (await reviewsWaitingFor(ctx)).toReview.some(({ id }) => id === review.id);
    expect([await waiting(luis), await waiting(await as("editor", "Otra"))]).toEqual([true, false]);
  });
});

describe("when somebody else published in between", () => {
  const others = async (ctx: Ctx, from: string, to: string) => {
    const { text, blob } = await editableSource(ctx, path);
    const changed = { path, text: text.replace(from, to), baseBlob: blob, adoptBlob: null, message: "Otra cosa" };
    await publishRunbook(ctx, changed);
  };

  test("elsewhere in the text, the approved change is published on top of it", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    const approved = await approve(luis, await asked(ana));
    await others(luis, "title: Emergencias", "title: Urgencias");
    await publishReview(ana, { reviewId: approved.id, expectedVersion: approved.version });
    expect(repo.read(`runbooks/${path}.mdx`)).toBe(textWith("Más texto.\n").replace("Emergencias", "Urgencias"));
    expect(lastMessage()).toContain("Reviewed-by: Luis Gil");
  });

  test("in the same place, it is asked again", async ({ as }) => {
    const [ana, luis] = [await as("editor", "Ana Ruiz"), await as("editor", "Luis Gil")];
    const approved = await approve(luis, await asked(ana));
    await others(luis, "</Procedure>\n", "</Procedure>\nLo suyo.\n");
    await expect(
      publishReview(ana, { reviewId: approved.id, expectedVersion: approved.version }),
    ).rejects.toMatchObject({
      code: "review_lapsed",
      details: { merged: { conflicts: 1 } },
    });
    expect(repo.read(`runbooks/${path}.mdx`)).toContain("Lo suyo.");
  });
});
