import { adoptFilesContract, contentStateContract } from "@/features/runbooks/git-state/api";
import { adoptFiles } from "@/features/runbooks/git-state/commands";
import { contentState } from "@/features/runbooks/git-state/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(contentStateContract, contentState);
export const POST = endpoint(adoptFilesContract, adoptFiles);
