/** 1 now, 2 soon, 3 when there is time. */
export const urgencies = [1, 2, 3] as const;
export type Urgency = (typeof urgencies)[number];

/** The one thing to do about a finding: what its first button does. */
export type ToDo = "vouch" | "edit" | "answer" | "write" | "answer-for" | "review" | "glossary";

type Kind = {
  urgency: Urgency;
  todo: ToDo;
  /** How often its owner is reminded while it is open; once is once per state of the thing. */
  remind: "weekly" | "once" | "never";
};

/**
 * What the worklist knows, in the order of the filter. A new kind is a line here, its sentences under `worklist.kinds.<kind>`,
 * and a `Source` that finds it (refresh/commands.ts), named in server.ts.
 */
export const kinds = {
  /** The gate refuses the file on disk. */
  refused: { urgency: 1, todo: "edit", remind: "weekly" },
  /** A line of the glossary that cannot be read. */
  "glossary-line": { urgency: 2, todo: "glossary", remind: "never" },
  /** `reviewed` + `reviewEvery` lies in the past; urgent for a critical runbook. */
  "review-overdue": { urgency: 2, todo: "vouch", remind: "weekly" },
  /** It will within a week. */
  "review-soon": { urgency: 3, todo: "vouch", remind: "once" },
  /** It has a period, and nobody ever vouched for it. */
  "review-never": { urgency: 3, todo: "vouch", remind: "weekly" },
  /** "This step is wrong", said during a run. */
  suggestion: { urgency: 2, todo: "answer", remind: "weekly" },
  /** Published before another editor approved it. */
  unreviewed: { urgency: 2, todo: "review", remind: "weekly" },
  /** A link to a runbook, an anchor or a file beside it that is not there. */
  "broken-link": { urgency: 2, todo: "edit", remind: "weekly" },
  /** An address elsewhere that has not answered for days. */
  "external-link": { urgency: 3, todo: "edit", remind: "weekly" },
  /** Alerts came, and no runbook says that it is theirs. */
  "alert-homeless": { urgency: 2, todo: "write", remind: "weekly" },
  /** A matcher that no alert known to the portal has met. */
  "alert-unmatched": { urgency: 3, todo: "edit", remind: "never" },
  /** The runbook names nobody. */
  "owner-missing": { urgency: 3, todo: "edit", remind: "weekly" },
  /** The runbook names a team that nobody answers for here. */
  "owner-nobody": { urgency: 3, todo: "answer-for", remind: "never" },
} as const satisfies Record<string, Kind>;

export type FindingKind = keyof typeof kinds;
export const findingKinds = Object.keys(kinds) as [FindingKind, ...FindingKind[]];

export const reviewKinds = ["review-overdue", "review-soon", "review-never"] as const satisfies FindingKind[];

export const kindsReminded = (how: Kind["remind"]): FindingKind[] =>
  findingKinds.filter((kind) => kinds[kind].remind === how);
