import { keyOf } from "@/features/incidents/key";
import type { IncidentStatus } from "@/features/incidents/schema";
import type { PostMortemView } from "./schema";

type Row = {
  path: string;
  text: string;
  version: number;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  updatedById: string | null;
  updatedBy: string;
  publishedBlob: string | null;
  publishedCommit: string | null;
  publishedAt: Date | null;
  publishedBy: string | null;
};

export const postMortemView = (number: number, row: Row): PostMortemView => ({
  incident: keyOf(number),
  path: row.path,
  text: row.text,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: { id: row.updatedById, name: row.updatedBy },
  published:
    row.publishedBlob && row.publishedCommit && row.publishedAt
      ? {
          blob: row.publishedBlob,
          commit: row.publishedCommit,
          at: row.publishedAt.toISOString(),
          by: row.publishedBy ?? "",
        }
      : null,
});

/** Before the worst is over nobody should be writing about it, and half of what the draft needs is not there. */
export const canBeDrafted = (status: IncidentStatus): boolean =>
  status === "monitoring" || status === "resolved" || status === "closed";
