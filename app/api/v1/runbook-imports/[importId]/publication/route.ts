import { publishImportContract } from "@/features/runbooks/import/api";
import { publishImport } from "@/features/runbooks/import/publication/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(publishImportContract, publishImport);
