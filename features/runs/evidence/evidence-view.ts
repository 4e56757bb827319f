import { attachmentView } from "@/features/incidents/attachments/attachment-view";
import type { Proposal } from "../expectation";
import type { OutputPart } from "./output-part";
import type { EvidenceView } from "./schema";

/** What the event of a recorded output keeps beside its text. */
export type OutputData = { part: OutputPart; length: number; proposal: Proposal | null };

/** An event of evidence, without the text. */
export type EvidenceEvent = {
  id: string;
  stepId: string;
  event: "evidence" | "withdraw";
  at: Date;
  actorId: string | null;
  actorName: string;
  output: OutputData | null;
  /** What is withdrawn, and why. */
  item: string | null;
  reason: string | null;
};

type FileRow = {
  id: string;
  stepId: string | null;
  name: string;
  sha256: string;
  attachedAt: Date;
  attachedById: string | null;
  attachedBy: string;
  file: { size: number; mediaType: string };
};

/** An entry of the timeline that was struck through there, whose evidence it therefore is no more. */
export type StruckEntry = {
  id: string;
  retractedAt: Date | null;
  retractedBy: string | null;
  retractReason: string | null;
};

/** The evidence of a run's steps in the order in which it came, withdrawn pieces marked as such. */
export function evidenceViews(events: EvidenceEvent[], files: FileRow[], struck: StruckEntry[]): EvidenceView[] {
  const withdrawn = new Map<string, EvidenceView["withdrawn"]>();
  for (const { id, retractedAt, retractedBy, retractReason } of struck) {
    if (retractedAt) {
      withdrawn.set(id, { at: retractedAt.toISOString(), by: retractedBy ?? "", reason: retractReason ?? "" });
    }
  }
  for (const { event, item, at, actorName, reason } of events) {
    if (event === "withdraw" && item) {
      withdrawn.set(item, { at: at.toISOString(), by: actorName, reason: reason ?? "" });
    }
  }
  const outputs = events.flatMap(({ id, stepId, at, actorId, actorName, output }) =>
    output ? [{ ...about(id, stepId, at, actorId, actorName), file: null, output: outputView(output) }] : [],
  );
  const attached = files.map((row) => ({
    ...about(row.id, row.stepId ?? "", row.attachedAt, row.attachedById, row.attachedBy),
    file: attachmentView(row),
    output: null,
  }));
  return [...outputs, ...attached]
    .map((item) => ({ ...item, withdrawn: withdrawn.get(item.id) ?? null }))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

const about = (id: string, stepId: string, at: Date, actorId: string | null, name: string) => ({
  id,
  stepId,
  at: at.toISOString(),
  by: { id: actorId, name },
});

const outputView = ({ part, length, proposal }: OutputData) => ({ ...part, length, proposal });
