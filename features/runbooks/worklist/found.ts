import type { RunbookPath } from "../artifact";
import type { Runbook } from "../library/runbook";
import type { FindingKind, Urgency } from "./kinds";
import { ownerOf } from "./owner";

/** Something found wrong or due, as a source tells it. */
export type Found = {
  kind: FindingKind;
  /** Tells it from others of its kind: what is found again is the same finding. */
  subject: string;
  runbook: RunbookPath | null;
  service: string | null;
  owner: string;
  /** Of the runbook, or what there is instead. */
  title: string;
  line: number | null;
  /** git blob id of the text that it was found in. */
  blob: string | null;
  /** What its sentence needs, by name; short. */
  values: Record<string, string>;
  /** Changes when the thing itself changes: whoever dismissed it did not mean that. */
  fingerprint: string;
  /** Null: since it was first found. */
  since: Date | null;
  /** Day from which it is overdue. */
  dueOn: string | null;
  /** Where it is not that of its kind. */
  urgency?: Urgency;
};

/** What a finding says of its runbook. */
export function about(runbook: Runbook): Pick<Found, "runbook" | "service" | "owner" | "title" | "blob"> {
  const { path, service, blob, outline } = runbook;
  return {
    runbook: path,
    service,
    owner: ownerOf(runbook) ?? "",
    title: outline?.frontMatter.title ?? path,
    blob,
  };
}

/** A long value cut, so that a row stays small. */
export const short = (text: string, most = 300): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** What is left to say of a runbook that is gone. */
export const gone = (path: RunbookPath): Pick<Found, "runbook" | "service" | "owner" | "title" | "blob"> => ({
  runbook: null,
  service: path.split("/")[0] ?? null,
  owner: "",
  title: path,
  blob: null,
});
