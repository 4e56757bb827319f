import { deletedContract } from "@/features/runbooks/history/api";
import { deletedRunbooks } from "@/features/runbooks/history/deleted/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(deletedContract, deletedRunbooks);
