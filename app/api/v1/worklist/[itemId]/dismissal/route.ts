import { dismissItemContract } from "@/features/runbooks/worklist/api";
import { dismissItem } from "@/features/runbooks/worklist/decide/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(dismissItemContract, dismissItem);
