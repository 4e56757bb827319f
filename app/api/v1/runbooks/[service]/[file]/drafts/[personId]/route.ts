import { readDraftContract } from "@/features/runbooks/drafts/api";
import { draftOfSomebody } from "@/features/runbooks/drafts/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readDraftContract, draftOfSomebody);
