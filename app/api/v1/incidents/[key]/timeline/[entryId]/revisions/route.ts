import { listRevisionsContract } from "@/features/incidents/timeline/api";
import { listRevisions } from "@/features/incidents/timeline/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listRevisionsContract, listRevisions);
