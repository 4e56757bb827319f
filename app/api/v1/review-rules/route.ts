import { listReviewRulesContract } from "@/features/runbooks/reviewing/api";
import { listReviewRules } from "@/features/runbooks/reviewing/settings/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listReviewRulesContract, listReviewRules);
