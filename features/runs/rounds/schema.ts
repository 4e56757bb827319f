import { z } from "zod";
import { IsoTime } from "@/features/incidents/schema";
import { stepStates } from "../machine";

export const StepRounds = z.object({
  rounds: z.array(
    z.object({
      state: z.enum(stepStates),
      by: z.string(),
      at: IsoTime,
      option: z.string().nullable(),
      note: z.string().nullable(),
      evidence: z.string().nullable(),
      /** When it was reopened, or a loop came back to it. */
      until: IsoTime,
    }),
  ),
});
export type StepRounds = z.output<typeof StepRounds>;
