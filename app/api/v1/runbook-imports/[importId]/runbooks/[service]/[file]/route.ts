import { handOverContract } from "@/features/runbooks/import/api";
import { handOver } from "@/features/runbooks/import/hand-over/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PUT = endpoint(handOverContract, handOver);
