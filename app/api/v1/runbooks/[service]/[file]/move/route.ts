import { moveContract } from "@/features/runbooks/history/api";
import { moveRunbook } from "@/features/runbooks/history/move/commands";
import { pathOf } from "@/features/runbooks/publishing/api";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(moveContract, (ctx, { service, file, ...input }) =>
  moveRunbook(ctx, { ...input, path: pathOf({ service, file }) }),
);
