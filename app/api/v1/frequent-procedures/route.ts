import { frequentProceduresContract } from "@/features/runs/track-record/api";
import { frequentProcedures } from "@/features/runs/track-record/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(frequentProceduresContract, frequentProcedures);
