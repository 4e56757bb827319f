import { expect, test } from "vitest";
import { announcement, type Seen } from "./announcement";

/** `seen("a:done b:pending", "b")` */
const seen = (steps: string, focus: string | null, status: Seen["status"] = "active"): Seen => ({
  status,
  focus: { stepId: focus },
  steps: steps.split(" ").map((text) => {
    const [id = "", state] = text.split(":");
    return { id, title: `Step ${id}`, state: state as Seen["steps"][number]["state"] };
  }),
});

test("says what was done and where it goes on", () => {
  expect(announcement(seen("a:active b:pending", "a"), seen("a:done b:pending", "b"))).toEqual({
    moved: [{ title: "Step a", state: "done" }],
    left: 0,
    status: null,
    next: "Step b",
  });
});

test("says all that was done, not only the first", () => {
  const told = announcement(seen("a:pending b:pending", "a"), seen("a:done b:done", null, "completed"));
  expect(told).toMatchObject({ moved: [{ title: "Step a" }, { title: "Step b" }], status: "completed", next: null });
});

test("counts the steps that an answer leaves out instead of naming each, and does not tell what it brings back", () => {
  expect(
    announcement(seen("a:pending b:pending c:pending", "a"), seen("a:done b:not_taken c:not_taken", null)),
  ).toEqual({
    moved: [{ title: "Step a", state: "done" }],
    left: 2,
    status: null,
    next: null,
  });
  expect(announcement(seen("a:done b:not_taken", null), seen("a:pending b:pending", "a"))).toMatchObject({
    moved: [{ title: "Step a", state: "pending" }],
    left: 0,
  });
});

test("is silent about what changes nothing of the steps", () => {
  expect(announcement(seen("a:active", "a"), seen("a:active", "a"))).toBeNull();
});
