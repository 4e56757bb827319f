import { remoteStatusContract, syncContentContract } from "@/features/runbooks/remote/api";
import { syncContent } from "@/features/runbooks/remote/commands";
import { remoteStatus } from "@/features/runbooks/remote/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(remoteStatusContract, remoteStatus);
export const POST = endpoint(syncContentContract, syncContent);
