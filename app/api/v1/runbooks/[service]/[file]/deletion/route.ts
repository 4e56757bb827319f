import { deletionContract } from "@/features/runbooks/history/api";
import { deleteRunbook } from "@/features/runbooks/history/deleted/commands";
import { pathOf } from "@/features/runbooks/publishing/api";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(deletionContract, (ctx, { service, file, ...input }) =>
  deleteRunbook(ctx, { ...input, path: pathOf({ service, file }) }),
);
