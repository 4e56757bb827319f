import { exportBinderContract } from "@/features/runbooks/export/api";
import { exportBinder } from "@/features/runbooks/export/queries";
import { downloadEndpoint } from "@/lib/http/download-endpoint";

export const GET = downloadEndpoint(exportBinderContract, exportBinder);
