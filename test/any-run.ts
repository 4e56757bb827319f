import fc from "fast-check";
import { decision, phase, procedure, runOf, step } from "./run-plans";

const procedureIds = ["p", "q", "r"];
const stepIds = (procedure: string) => ["1", "2", "3", "4", "5", "6"].map((n) => `${procedure}${n}`);
const kinds = ["steps", "diagnosis", "remediation", "verification", "escalation"] as const;
const goal = fc.option(
  fc.constantFrom(
    ...procedureIds,
    ...procedureIds.flatMap(stepIds),
    "other/file#id",
    "nowhere",
    "!recovered",
    "!escalate",
  ),
);
const shape = fc.record({
  decides: fc.option(fc.record({ yes: goal, no: goal }), { freq: 2 }),
  checked: fc.boolean(),
  startsPhase: fc.boolean(),
  kind: fc.constantFrom(...kinds),
  order: fc.constantFrom("sequence" as const, "any" as const),
});

/** A run of up to three procedures of up to six steps, with decisions that lead anywhere. */
export const anyRun = fc
  .array(fc.array(shape, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((procedures) =>
    runOf(
      ...procedures.map((shapes, index) => {
        const id = procedureIds[index] ?? "p";
        const phases: ReturnType<typeof phase>[] = [];
        shapes.forEach(({ decides, checked, startsPhase, kind, order }, n) => {
          const stepId = stepIds(id)[n] ?? "";
          const made = decides ? decision(stepId, decides) : step(stepId, { expects: checked ? [null] : [] });
          const open = phases.at(-1);
          if (open && !startsPhase) open.steps.push(made);
          else phases.push(phase(kind, [made], order));
        });
        return procedure(id, ...phases);
      }),
    ),
  );
