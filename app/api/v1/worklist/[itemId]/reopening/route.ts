import { reopenItemContract } from "@/features/runbooks/worklist/api";
import { reopenItem } from "@/features/runbooks/worklist/decide/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(reopenItemContract, reopenItem);
