import { trackRecordsContract } from "@/features/runs/track-record/api";
import { trackRecords } from "@/features/runs/track-record/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(trackRecordsContract, trackRecords);
