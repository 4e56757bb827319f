import { exportSourceContract } from "@/features/runbooks/export/api";
import { exportSource } from "@/features/runbooks/export/queries";
import { downloadEndpoint } from "@/lib/http/download-endpoint";

export const GET = downloadEndpoint(exportSourceContract, exportSource);
