import type {
  BlamedCommand,
  BlamedProcedure,
  BlamedStep,
  RunbookBlame,
} from "@/features/runbooks/history/blame/runbook-blame";

export type FollowedRun = {
  id: string;
  /** Null for a drill on its own. */
  incident: { key: string; title: string } | null;
  drill: boolean;
  /** When that step was answered; ISO 8601. */
  at: string;
  /** Somebody copied a command of that step there. */
  copied: boolean;
};

/** The runs that followed a command of a step, those on incidents first, the latest first of each. */
export type CommandRuns = { step: string; command: string; total: number; runs: FollowedRun[] };

type Command = BlamedCommand & Pick<CommandRuns, "total" | "runs">;
type Step = Omit<BlamedStep, "commands"> & { commands: Command[] };
type Procedure = Omit<BlamedProcedure, "steps"> & { steps: Step[] };
export type RunBlame = Omit<RunbookBlame, "procedures"> & { procedures: Procedure[] | null };

/** Puts to each command the runs that followed it in this very wording. */
export function withRuns(blame: RunbookBlame, followed: CommandRuns[]): RunBlame {
  const key = (step: string, command: string) => `${step}\n${command}`;
  const known = new Map(followed.map((one) => [key(one.step, one.command), one]));
  const procedures = blame.procedures?.map((procedure) => ({
    ...procedure,
    steps: procedure.steps.map((step) => ({
      ...step,
      commands: step.commands.map((command) => {
        const { total = 0, runs = [] } = known.get(key(step.id, command.text)) ?? {};
        return { ...command, total, runs };
      }),
    })),
  }));
  return { ...blame, procedures: procedures ?? null };
}
