import { analyseText } from "@/features/runbooks/import/analysis/queries";
import { analyseTextContract } from "@/features/runbooks/import/api";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(analyseTextContract, analyseText);
