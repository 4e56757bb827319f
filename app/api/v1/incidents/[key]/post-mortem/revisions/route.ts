import { savedTextsContract } from "@/features/records/post-mortem/api";
import { savedTexts } from "@/features/records/post-mortem/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(savedTextsContract, savedTexts);
