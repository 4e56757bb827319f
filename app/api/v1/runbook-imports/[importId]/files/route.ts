import { handFileContract } from "@/features/runbooks/import/api";
import { handFile } from "@/features/runbooks/import/hand-over/commands";
import { uploadEndpoint } from "@/lib/http/upload";

export const PUT = uploadEndpoint(handFileContract, handFile);
