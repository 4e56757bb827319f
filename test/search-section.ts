import type { SearchSection } from "@/features/runbooks/artifact";

/** A section of a runbook as the search sees it: a procedure of no text, but for what is given. */
export const searchSection = (given: Partial<SearchSection> & { anchor: string }): SearchSection => ({
  kind: "procedure",
  parent: null,
  title: given.anchor,
  symptoms: "",
  causes: "",
  prose: "",
  commands: "",
  alerts: "",
  ...given,
});
