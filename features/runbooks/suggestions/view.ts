import type { Suggestion } from "./schema";

type Row = Omit<Suggestion, "author" | "createdAt" | "closedAt"> & {
  authorId: string | null;
  authorName: string;
  createdAt: Date;
  closedAt: Date | null;
};

export const suggestionView = ({ authorId, authorName, createdAt, closedAt, ...row }: Row): Suggestion => ({
  id: row.id,
  runbook: row.runbook,
  procedure: row.procedure,
  stepId: row.stepId,
  stepTitle: row.stepTitle,
  blob: row.blob,
  runId: row.runId,
  wrong: row.wrong,
  instead: row.instead,
  state: row.state,
  author: { id: authorId, name: authorName },
  createdAt: createdAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
  closedBy: row.closedBy,
  closedCommit: row.closedCommit,
  reason: row.reason,
  version: row.version,
});
