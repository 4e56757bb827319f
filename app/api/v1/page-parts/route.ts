import { pagePartsContract } from "@/features/runs/page-parts/api";
import { pageParts } from "@/features/runs/page-parts/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(pagePartsContract, pageParts);
