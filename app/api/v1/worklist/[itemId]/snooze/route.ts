import { snoozeItemContract } from "@/features/runbooks/worklist/api";
import { snoozeItem } from "@/features/runbooks/worklist/decide/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(snoozeItemContract, snoozeItem);
