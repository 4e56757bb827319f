import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { incidentPolicy } from "../policy";
import { listWaiting } from "./queries";
import type { Waiting } from "./waiting";

const nothing: Waiting = { offers: [], updates: [] };

/** What waits for the reader; nothing for whoever has not signed in, and while the database is away. */
export async function loadWaiting(): Promise<Waiting> {
  const ctx = await pageContext();
  if (!incidentPolicy.read(ctx.actor)) return nothing;
  return patiently(() => listWaiting(ctx), nothing);
}
