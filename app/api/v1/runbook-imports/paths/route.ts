import { takenPathsContract } from "@/features/runbooks/import/api";
import { takenPaths } from "@/features/runbooks/import/start/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(takenPathsContract, takenPaths);
