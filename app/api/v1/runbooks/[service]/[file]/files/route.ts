import { addDraftFileContract } from "@/features/runbooks/drafts/files/api";
import { addDraftFile } from "@/features/runbooks/drafts/files/commands";
import { uploadEndpoint } from "@/lib/http/upload";

export const POST = uploadEndpoint(addDraftFileContract, addDraftFile);
