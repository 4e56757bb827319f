import type { Block } from "./blocks";

/** The place of a step in its phase, as the page numbers it. */
export type Place = { number: number; as: "step" | "attempt" };

const countedAs: Record<string, Place["as"]> = { Diagnosis: "step", Remediation: "attempt", Verification: "step" };

/** The places of the steps of a document; steps in any order have none. */
export function placesOf(blocks: Block[]): Map<Block, Place> {
  const places = new Map<Block, Place>();
  for (const block of blocks) {
    const as = countedAs[block.name];
    const steps = (block.inside ?? []).filter(({ name }) => name === "Step");
    if (as && !block.attributes.includes('order="any"'))
      for (const [index, step] of steps.entries()) places.set(step, { number: index + 1, as });
    for (const [step, place] of placesOf(block.inside ?? [])) places.set(step, place);
  }
  return places;
}
