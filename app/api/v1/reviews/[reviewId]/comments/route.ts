import { addCommentContract } from "@/features/runbooks/reviewing/api";
import { addComment } from "@/features/runbooks/reviewing/comments/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(addCommentContract, addComment);
