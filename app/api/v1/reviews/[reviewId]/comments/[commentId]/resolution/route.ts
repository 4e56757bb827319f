import { resolveCommentContract } from "@/features/runbooks/reviewing/api";
import { resolveComment } from "@/features/runbooks/reviewing/comments/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(resolveCommentContract, resolveComment);
