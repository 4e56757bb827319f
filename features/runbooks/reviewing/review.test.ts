import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { criticalityOf, strictest } from "./criticality";
import { lineMapping } from "./line-mapping";
import { nextState, type ReviewEvent, type ReviewState, reviewEvents, reviewStates } from "./machine";
import { isOwnReview, reviewPolicy } from "./policy";
import { carryOver } from "./same-change";
import { withReviewer } from "./trailer";

const standing = (state: ReviewState) => ({ state, urgentReason: null, decidedAt: null });

describe("the states of a review", () => {
  const table: Record<ReviewState, Partial<Record<ReviewEvent, ReviewState>>> = {
    open: { approve: "approved", request_changes: "changes_requested", revise: "open", withdraw: "withdrawn" },
    approved: { request_changes: "changes_requested", revise: "open", withdraw: "withdrawn", publish: "published" },
    changes_requested: { approve: "approved", revise: "open", withdraw: "withdrawn" },
    withdrawn: {},
    published: {},
  };
  const cases = reviewStates.flatMap((state) => reviewEvents.map((event) => [state, event] as const));
  test.each(cases)("%s, %s", (state, event) => {
    expect(nextState(standing(state), event)).toBe(table[state][event] ?? null);
  });
  test("published in a hurry, it is approved once, and nothing else", () => {
    const hurried = { state: "published" as const, urgentReason: "Urge", decidedAt: null };
    expect(reviewEvents.filter((event) => nextState(hurried, event) !== null)).toEqual(["approve"]);
    expect(nextState({ ...hurried, decidedAt: new Date(0) }, "approve")).toBeNull();
  });
});

describe("who", () => {
  const ana: Actor = { kind: "person", id: "ana", name: "Ana", role: "editor" };
  const hers: Actor = { kind: "token", id: null, name: "ci", role: "admin", madeBy: "ana" };
  const request = { authorId: "ana", author: "Ana" };
  test("wrote it is the person, also behind a token of theirs", () => {
    expect([ana, hers, { ...ana, id: "luis" }].map((actor) => isOwnReview(actor, request))).toEqual([
      true,
      true,
      false,
    ]);
  });
  test("decides is a person who edits, never a token", () => {
    expect(
      [ana, hers, { ...ana, role: "responder" as const }].map((actor) => reviewPolicy.decide(actor, request)),
    ).toEqual([true, false, false]);
  });
});

describe("an approval, when others published meanwhile", () => {
  const base = "a\nb\nc\nd\ne\n";
  const text = "a\nB\nc\nd\ne\n";
  test("holds for the same change on top of theirs", () => {
    expect(carryOver({ base, text }, "a\nb\nc\nd\nE\n")).toEqual({
      text: "a\nB\nc\nd\nE\n",
      conflicts: 0,
      keeps: true,
    });
  });
  test("lapses where both changed the same place", () => {
    expect(carryOver({ base, text }, "a\nX\nc\nd\ne\n")).toMatchObject({ conflicts: 1, keeps: false });
  });
  test("lapses where they made a part of the change already: what is left is another change", () => {
    const more = "a\nB\nc\nd\nE\n";
    expect(carryOver({ base, text: more }, text)).toMatchObject({ conflicts: 0, keeps: false });
  });
});

describe("a line of one text in another", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 10 });
  test("is always one that is there, and the same words where it was kept", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const mapped = lineMapping(before.join("\n"), after.join("\n"));
        for (const [index, words] of before.entries()) {
          const { line, kept } = mapped(index + 1);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(after.length);
          if (kept) expect(after[line - 1]).toBe(words);
        }
      }),
    );
  });
});

describe("the criticality that counts", () => {
  test("is the stricter one", () => {
    expect(strictest("low", "critical", null)).toBe("critical");
    expect(strictest(null, null)).toBeNull();
  });
  test("is read from the front matter, also of a text that is refused", () => {
    expect(criticalityOf("---\ntitle: x\ncriticality: high # de guardia\n---\n<Stepp>")).toBe("high");
    expect(criticalityOf("---\ncriticality: [high\n---\n")).toBeNull();
    expect(criticalityOf("# criticality: high")).toBeNull();
  });
});

describe("the trailer of a commit", () => {
  const luis = { name: "Luis Gil", email: "luis@example.org" };
  test("stands apart from the message, and with other trailers", () => {
    expect(withReviewer("Corrige", luis)).toBe("Corrige\n\nReviewed-by: Luis Gil <luis@example.org>");
    expect(withReviewer("Corrige\n\nFixes: INC-4\n", luis)).toBe(
      "Corrige\n\nFixes: INC-4\nReviewed-by: Luis Gil <luis@example.org>",
    );
  });
  test("is one line, whatever somebody calls themselves", () => {
    expect(withReviewer("x", { name: "Luis\nSigned-off-by: Eva <e>", email: null })).toBe(
      "x\n\nReviewed-by: Luis Signed-off-by: Eva  e",
    );
  });
});
