import { z } from "zod";
import { ClearedParts } from "@/lib/secrets/cleared-parts";
import { ClientId, IncidentKey, Instant } from "../schema";
import { AppendedEntry, Body } from "../timeline/schema";
import { bulkKinds, bulkLimit } from "../vocabulary";

export type BulkKind = (typeof bulkKinds)[number];

export const AppendEntries = z.object({
  key: IncidentKey,
  /** In the order in which they are to be numbered. Each is taken word for word. */
  entries: z
    .array(
      z.object({
        id: ClientId.optional(),
        kind: z.enum(bulkKinds).default("note"),
        body: Body,
        happenedAt: Instant.optional(),
      }),
    )
    .min(1)
    .max(bulkLimit),
  /** Parts of evidence that a person says are no secrets; `field` is `entries.3.body`. */
  cleared: ClearedParts.optional(),
});
export type AppendEntries = z.output<typeof AppendEntries>;

/** `repeated`: every one of them was there already, and nothing was written. */
export const AppendedEntries = z.object({ entries: z.array(AppendedEntry), repeated: z.boolean() });
export type AppendedEntries = z.output<typeof AppendedEntries>;
