import { openOutbox } from "@/lib/offline/browser-outbox";
import { OutboxDialog } from "./outbox-dialog";

/**
 * What an outbox takes. Pages of Next bring it along: their work is writing, and it has to be there when the network is not. Pages
 * from memory fetch it once somebody is signed in (app/reader/shims/outbox-opening.ts).
 */
export const outboxParts = async () => ({ openOutbox, OutboxDialog });
