import { authoringWordsContract } from "@/features/runbooks/authoring/api";
import { authoringWords } from "@/features/runbooks/authoring/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(authoringWordsContract, authoringWords);
