import { assumeRoleContract } from "@/features/incidents/api";
import { assumeRole } from "@/features/incidents/roles/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(assumeRoleContract, assumeRole);
