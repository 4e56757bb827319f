import { historyContract, pathOf } from "@/features/runbooks/publishing/api";
import { history } from "@/features/runbooks/publishing/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(historyContract, (ctx, { limit, skip, ...at }) =>
  history(ctx, { path: pathOf(at), limit, skip }),
);
