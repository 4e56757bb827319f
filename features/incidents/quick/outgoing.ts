import type { SecretPart } from "@/lib/secrets/refuse-secrets";
import type { WrittenKind } from "../timeline/schema";
import type { QuickEntry } from "./quick-grammar";

/** A write on a timeline as it waits in the browser, exact whenever it arrives: times are instants, not "12 minutes ago". */
export type Outgoing = {
  id: string;
  body: string;
  kind?: WrittenKind;
  happenedAt?: string;
  writtenAt: string;
  /** Parts of `body` that the writer says are no secrets. */
  cleared?: SecretPart[];
};

/**
 * What to send for a line that was read at `writtenAt`.
 * @param read anything but `does: "nothing"`
 */
export function outgoing(read: Exclude<QuickEntry, { does: "nothing" }>, id: string, writtenAt: Date): Outgoing {
  const happenedAt = read.happenedAt?.toISOString();
  const common = { id, writtenAt: writtenAt.toISOString(), ...(happenedAt ? { happenedAt } : {}) };
  switch (read.does) {
    case "entry":
      return { ...common, kind: read.kind, body: read.body };
    case "status":
      return { ...common, body: `/status ${read.to} ${read.reason}`.trim() };
    case "severity":
      return { ...common, body: `/sev ${read.to} ${read.reason}`.trim() };
    case "role":
      return { ...common, body: `/${read.role} ${read.person === null ? "me" : `@${read.person}`}` };
  }
}
