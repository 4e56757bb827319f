import { changeSeverityContract } from "@/features/incidents/api";
import { changeSeverity } from "@/features/incidents/severity/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(changeSeverityContract, changeSeverity);
