import type { Proposal, Structure } from "./structure/proposal";
import type { Taken } from "./taken";

/** Proposals that can be taken together without losing anything; those of a procedure that cannot are not made. */
export function sound({ proposals }: Structure, take: (ids: Iterable<string>) => Taken): Proposal[] {
  const isSound = (some: Proposal[]) => {
    const { problems, equivalence } = take(some.map((one) => one.id));
    return equivalence.complete && !problems.some((one) => one.severity === "error");
  };
  if (proposals.length === 0 || isSound(proposals)) return proposals;
  const byId = new Map(proposals.map((one) => [one.id, one]));
  const rootOf = (one: Proposal): Proposal =>
    one.needs === null ? one : rootOf(byId.get(one.needs) ?? { ...one, needs: null });
  const kept: Proposal[] = [];
  for (const root of proposals.filter((one) => one.needs === null)) {
    const group = proposals.filter((one) => rootOf(one) === root);
    if (isSound([...kept, ...group])) kept.push(...group);
  }
  return kept;
}
