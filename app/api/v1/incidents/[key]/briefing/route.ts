import { readBriefingContract } from "@/features/records/briefing/api";
import { readBriefing } from "@/features/records/briefing/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readBriefingContract, readBriefing);
