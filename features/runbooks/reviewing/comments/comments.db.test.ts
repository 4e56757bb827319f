import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "@/lib/context";
import { type ContentRepository, contentRepository, runbook } from "@/test/content-repository";
import { test as base } from "@/test/database";
import { editableSource } from "../../publishing/queries";
import { requestReview, reviseReview, withdrawReview } from "../commands";
import { getReview } from "../queries";
import { AddComment, RequestReview } from "../schema";
import { addComment, correctComment, resolveComment, retractComment } from "./commands";

let repo: ContentRepository;
beforeEach(() => {
  repo = contentRepository("own");
});
afterEach(() => repo.remove());

const path = "api/emergencias";
const text = runbook("Emergencias", "api", "Primera.\nSegunda.\n");
const lineOf = (needle: string) => text.split("\n").indexOf(needle) + 1;

/** A request of Ana's that Luis may comment on. */
const test = base.extend<{ on: { ana: Ctx; luis: Ctx; reviewId: string; blob: string | null } }>({
  on: async ({ as }, use) => {
    const [ana, luis] = [await as("editor", "Ana"), await as("editor", "Luis")];
    const { blob } = await editableSource(ana, path);
    const input = RequestReview.parse({ path, text, baseBlob: blob, message: "Añade" });
    const { review } = await requestReview(ana, input);
    await use({ ana, luis, reviewId: review.id, blob });
    const { version } = await getReview(ana, { reviewId: review.id });
    await withdrawReview(ana, { reviewId: review.id, expectedVersion: version });
  },
});
const said = (reviewId: string, more: Partial<AddComment>) =>
  AddComment.parse({ reviewId, body: "¿Por qué?", ...more });

describe("comments of a review", () => {
  test("stay with their line when a new round moves it, and say so when it is gone", async ({ on }) => {
    const { ana, luis, reviewId, blob } = on;
    await addComment(luis, said(reviewId, { side: "new", line: lineOf("Primera.") }));
    await addComment(luis, said(reviewId, { side: "new", line: lineOf("Segunda.") }));
    const next = text.replace("Primera.", "Antes de todo.\n\nPrimera.").replace("Segunda.", "Otra.");
    const round = { reviewId, text: next, baseBlob: blob, message: "Más", expectedVersion: 1 };
    const { review } = await reviseReview(ana, round);
    expect(review.comments.map(({ line, now }) => [line, now])).toEqual([
      [lineOf("Primera."), { line: lineOf("Primera.") + 2, kept: true }],
      [lineOf("Segunda."), { line: lineOf("Segunda.") + 2, kept: false }],
    ]);
    expect(review.openComments).toBe(2);
  });

  test("are answered, settled by any editor, and opened again", async ({ on: { ana, luis, reviewId } }) => {
    const { review } = await addComment(luis, said(reviewId, { side: "new", line: 3 }));
    const [first] = review.comments;
    const parentId = first?.id ?? "";
    const answered = (await addComment(ana, said(reviewId, { parentId, body: "Porque sí" }))).review;
    expect(answered.comments[1]).toMatchObject({ parentId, line: 3, body: "Porque sí" });
    expect(answered.openComments).toBe(1);
    const settled = await resolveComment(ana, { reviewId, commentId: parentId, resolved: true });
    expect(settled).toMatchObject({ openComments: 0, comments: [{ resolvedBy: "Ana" }, {}] });
    expect((await resolveComment(luis, { reviewId, commentId: parentId, resolved: false })).openComments).toBe(1);
  });

  test("are corrected and taken back by who wrote them, and the first text stays readable", async ({ on }) => {
    const { ana, luis, reviewId } = on;
    const { review } = await addComment(luis, said(reviewId, {}));
    const ref = { reviewId, commentId: review.comments[0]?.id ?? "" };
    await expect(correctComment(ana, { ...ref, body: "Otra cosa" })).rejects.toMatchObject({ code: "forbidden" });
    const corrected = await correctComment(luis, { ...ref, body: "¿Para qué?" });
    expect(corrected.comments[0]).toMatchObject({ body: "¿Para qué?", earlier: [{ body: "¿Por qué?" }] });
    const retracted = await retractComment(luis, ref);
    expect(retracted.comments[0]).toMatchObject({ body: "", earlier: [{ body: "¿Por qué?" }, { body: "¿Para qué?" }] });
    expect(retracted.openComments).toBe(0);
    await expect(correctComment(luis, { ...ref, body: "x" })).rejects.toMatchObject({ code: "entry_retracted" });
  });

  test("sent twice with one id are one, and stand only on lines that are there", async ({ on: { luis, reviewId } }) => {
    const id = "01900000-0000-7000-8000-0000000000c1";
    expect((await addComment(luis, said(reviewId, { id }))).repeated).toBe(false);
    const again = await addComment(luis, said(reviewId, { id }));
    expect([again.repeated, again.review.comments.length]).toEqual([true, 1]);
    const nowhere = said(reviewId, { side: "new", line: 9_999 });
    await expect(addComment(luis, nowhere)).rejects.toMatchObject({ code: "validation_failed" });
  });

  test("hide what looks like a secret", async ({ on: { luis, reviewId } }) => {
    const { review } = await addComment(luis, said(reviewId, { body: "password=hunter2hunter2" }));
    expect(review.comments[0]?.body).not.toContain("hunter2");
  });
});
