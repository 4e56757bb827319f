import { pathOf } from "@/features/runbooks/publishing/api";
import { blameContract } from "@/features/runs/blame/api";
import { blameWithRuns } from "@/features/runs/blame/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(blameContract, (ctx, input) => blameWithRuns(ctx, pathOf(input)));
