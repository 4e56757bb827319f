import { tryGlossaryContract } from "@/features/runbooks/glossary/api";
import { tryGlossary } from "@/features/runbooks/glossary/trial/queries";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(tryGlossaryContract, tryGlossary);
