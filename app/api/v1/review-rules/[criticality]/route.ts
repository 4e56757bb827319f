import { setReviewRuleContract } from "@/features/runbooks/reviewing/api";
import { setReviewRule } from "@/features/runbooks/reviewing/settings/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PUT = endpoint(setReviewRuleContract, setReviewRule);
