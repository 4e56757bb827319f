import { publishGlossaryContract, readGlossaryContract } from "@/features/runbooks/glossary/api";
import { publishGlossary } from "@/features/runbooks/glossary/commands";
import { readGlossary } from "@/features/runbooks/glossary/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readGlossaryContract, readGlossary);
export const PUT = endpoint(publishGlossaryContract, publishGlossary);
