import { vouchContract } from "@/features/runbooks/vouch/api";
import { vouch } from "@/features/runbooks/vouch/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(vouchContract, vouch);
