import { updatePersonContract } from "@/features/identity/api";
import { updatePerson } from "@/features/identity/commands";
import { endpoint } from "@/lib/http/endpoint";

export const PATCH = endpoint(updatePersonContract, updatePerson);
