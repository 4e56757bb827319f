import type { Tx } from "@/lib/db/client";

/** Keeps a text for runs, once, whatever becomes of the file. */
export async function pinSource(tx: Tx, source: { blob: string; path: string; text: string }): Promise<void> {
  await tx.pinnedSource.createMany({ data: [source], skipDuplicates: true });
}
