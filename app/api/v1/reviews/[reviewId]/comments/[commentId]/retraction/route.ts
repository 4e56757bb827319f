import { retractCommentContract } from "@/features/runbooks/reviewing/api";
import { retractComment } from "@/features/runbooks/reviewing/comments/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(retractCommentContract, retractComment);
