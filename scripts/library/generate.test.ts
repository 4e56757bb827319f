import { expect, test } from "vitest";
import { gate } from "@/features/runbooks/pipeline/gate";
import { generateLibrary } from "./generate";

test("generated runbooks pass the gate, differ from each other, and are the same each time", () => {
  const made = [...generateLibrary(12)];
  for (const { path, source } of made) {
    expect(gate({ file: `${path}.mdx`, path, format: "mdx", source }).problems).toEqual([]);
  }
  expect(new Set(made.map(({ path }) => path)).size).toBe(12);
  expect([...generateLibrary(12)]).toEqual(made);
});
