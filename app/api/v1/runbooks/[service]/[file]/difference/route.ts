import { differenceContract } from "@/features/runbooks/history/api";
import { differenceOf } from "@/features/runbooks/history/compare/queries";
import { pathOf } from "@/features/runbooks/publishing/api";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(differenceContract, (ctx, { from, to, ...at }) =>
  differenceOf(ctx, { path: pathOf(at), from, to }),
);
