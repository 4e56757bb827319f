import { meContract } from "@/features/identity/api";
import { whoami } from "@/features/identity/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(meContract, whoami);
