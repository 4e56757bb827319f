import { restorationContract } from "@/features/runbooks/history/api";
import { restoreDeleted } from "@/features/runbooks/history/deleted/commands";
import { pathOf } from "@/features/runbooks/publishing/api";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(restorationContract, (ctx, { service, file, ...input }) =>
  restoreDeleted(ctx, { ...input, path: pathOf({ service, file }) }),
);
