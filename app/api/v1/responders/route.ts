import { listRespondersContract } from "@/features/incidents/people/api";
import { listResponders } from "@/features/incidents/people/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listRespondersContract, listResponders);
