import { incomingContract } from "@/features/runbooks/history/api";
import { readIncoming } from "@/features/runbooks/history/incoming/queries";
import { pathOf } from "@/features/runbooks/publishing/api";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(incomingContract, (ctx, input) => readIncoming(ctx, pathOf(input)));
