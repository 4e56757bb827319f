import { renounceRoleContract } from "@/features/incidents/api";
import { renounceRole } from "@/features/incidents/roles/commands";
import { endpoint } from "@/lib/http/endpoint";

export const DELETE = endpoint(renounceRoleContract, renounceRole);
