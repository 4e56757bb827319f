import { answerForContract, listOwnersContract, stopAnsweringContract } from "@/features/runbooks/worklist/api";
import { answerFor, stopAnswering } from "@/features/runbooks/worklist/owners/commands";
import { listOwners } from "@/features/runbooks/worklist/owners/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listOwnersContract, listOwners);
export const POST = endpoint(answerForContract, answerFor);
export const DELETE = endpoint(stopAnsweringContract, stopAnswering);
