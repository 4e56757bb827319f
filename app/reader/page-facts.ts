import { createContext, use } from "react";
import type { Variable } from "@/features/runbooks/plan";

/** What the page says of its runbook beside its text. */
export type PageFacts = {
  path: string;
  title: string;
  reviewed: string | null;
  /** git blob id of the text that is shown. */
  blob: string;
  service: string;
  variables: Variable[];
};

export const RunbookContext = createContext<PageFacts | null>(null);

export function useRunbook(): PageFacts {
  const facts = use(RunbookContext);
  if (!facts) throw new Error("the page says nothing of its runbook");
  return facts;
}
