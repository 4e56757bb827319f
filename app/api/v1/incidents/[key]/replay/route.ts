import { readReplayContract } from "@/features/incidents/replay/api";
import { readReplay } from "@/features/incidents/replay/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readReplayContract, readReplay);
