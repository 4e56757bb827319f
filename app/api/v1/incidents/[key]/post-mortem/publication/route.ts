import { publishPostMortemContract } from "@/features/records/post-mortem/api";
import { publishPostMortem } from "@/features/records/post-mortem/publish/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(publishPostMortemContract, publishPostMortem);
