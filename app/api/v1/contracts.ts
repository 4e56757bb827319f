import { identityContracts } from "@/features/identity/api";
import { incidentContracts } from "@/features/incidents/api";
import { publishingContracts } from "@/features/runbooks/publishing/api";
import { runContracts } from "@/features/runs/api";
import type { Contract } from "@/lib/http/contract";

/** Every operation of the API, in the order of the document. */
export const contracts: readonly Contract[] = [
  ...incidentContracts,
  ...runContracts,
  ...publishingContracts,
  ...identityContracts,
];
