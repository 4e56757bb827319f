import { recordCopyContract } from "@/features/runs/api";
import { recordCopy } from "@/features/runs/copies/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(recordCopyContract, recordCopy);
