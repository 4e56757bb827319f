import { listRunbooksContract } from "@/features/runbooks/api";
import { readCatalogue } from "@/features/runbooks/reading/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listRunbooksContract, readCatalogue);
