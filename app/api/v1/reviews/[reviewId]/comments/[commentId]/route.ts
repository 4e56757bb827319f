import { correctCommentContract } from "@/features/runbooks/reviewing/api";
import { correctComment } from "@/features/runbooks/reviewing/comments/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PATCH = endpoint(correctCommentContract, correctComment);
