import { listWorklistContract } from "@/features/runbooks/worklist/api";
import { listWorklist } from "@/features/runbooks/worklist/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listWorklistContract, listWorklist);
