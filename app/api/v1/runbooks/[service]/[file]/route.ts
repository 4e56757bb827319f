import { pathOf, publishContract, readSourceContract } from "@/features/runbooks/publishing/api";
import { publishRunbook } from "@/features/runbooks/publishing/commands";
import { runbookSource } from "@/features/runbooks/publishing/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readSourceContract, (ctx, input) => runbookSource(ctx, pathOf(input)));
export const PUT = endpoint(publishContract, (ctx, input) => {
  const { service, file, ...publication } = input;
  return publishRunbook(ctx, { ...publication, path: pathOf(input) });
});
