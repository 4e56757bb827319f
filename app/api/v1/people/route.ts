import { createPersonContract, listPeopleContract } from "@/features/identity/api";
import { createPerson } from "@/features/identity/commands";
import { listPeople } from "@/features/identity/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listPeopleContract, listPeople);
export const POST = endpoint(createPersonContract, createPerson);
