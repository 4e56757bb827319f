import { savedTextContract } from "@/features/records/post-mortem/api";
import { savedText } from "@/features/records/post-mortem/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(savedTextContract, savedText);
