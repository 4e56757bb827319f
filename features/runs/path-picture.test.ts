import { expect, test } from "vitest";
import { pathPicture } from "./path-picture";
import type { StepView } from "./schema";

const view = (id: string, more: Partial<StepView> = {}) =>
  ({
    id,
    title: id,
    state: "pending",
    type: "step",
    phase: "diagnosis",
    procedure: "p",
    option: null,
    ...more,
  }) as StepView;

test("phases in order, questions as forks, and where the run is", () => {
  const steps = [
    view("a", { state: "done" }),
    view("q", { type: "decision", state: "done", option: "sí" }),
    view("x", { state: "not_taken" }),
    view("b", { phase: "remediation" }),
  ];
  const picture = pathPicture(steps, "b");
  expect(picture.map(({ phase, nodes }) => [phase, nodes.map(({ id }) => id)])).toEqual([
    ["diagnosis", ["a", "q", "x"]],
    ["remediation", ["b"]],
  ]);
  expect(picture[0]?.nodes[1]).toMatchObject({ decision: true, option: "sí" });
  expect(picture[1]?.nodes[0]).toMatchObject({ here: true });
});

test("two hundred steps are drawn together where nothing differs; questions and the present place stay by themselves", () => {
  const steps = Array.from({ length: 200 }, (_, n) =>
    view(`s${n}`, n < 80 ? { state: "done" } : n === 100 ? { type: "decision" } : {}),
  );
  const [phase] = pathPicture(steps, "s80");
  expect(phase?.nodes.map(({ id, count }) => `${id}×${count}`)).toEqual([
    "s0×80",
    "s80×1",
    "s81×19",
    "s100×1",
    "s101×99",
  ]);
});
