import { decideHandoverContract } from "@/features/incidents/handover/api";
import { decideHandover } from "@/features/incidents/handover/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(decideHandoverContract, decideHandover);
