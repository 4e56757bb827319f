import { identityContracts } from "@/features/identity/api";
import { incidentContracts } from "@/features/incidents/api";
import { recordContracts } from "@/features/records/api";
import { runbookContracts } from "@/features/runbooks/api";
import { authoringContracts } from "@/features/runbooks/authoring/api";
import { draftContracts } from "@/features/runbooks/drafts/api";
import { exportContracts } from "@/features/runbooks/export/api";
import { contentStateContracts } from "@/features/runbooks/git-state/api";
import { glossaryContracts } from "@/features/runbooks/glossary/api";
import { historyContracts } from "@/features/runbooks/history/api";
import { runbookImportContracts } from "@/features/runbooks/import/api";
import { linkCheckContracts } from "@/features/runbooks/link-check/api";
import { publishingContracts } from "@/features/runbooks/publishing/api";
import { remoteContracts } from "@/features/runbooks/remote/api";
import { reviewContracts } from "@/features/runbooks/reviewing/api";
import { logContracts } from "@/features/runbooks/search/log/api";
import { searchCountContracts } from "@/features/runbooks/search-counts/api";
import { suggestionContracts } from "@/features/runbooks/suggestions/api";
import { vouchContracts } from "@/features/runbooks/vouch/api";
import { worklistContracts } from "@/features/runbooks/worklist/api";
import { runContracts } from "@/features/runs/api";
import { drillContracts } from "@/features/runs/drills/api";
import type { Contract } from "@/lib/http/contract";

/** Every operation of the API, in the order of the document. */
export const contracts: readonly Contract[] = [
  ...runbookContracts,
  ...searchCountContracts,
  ...logContracts,
  ...glossaryContracts,
  ...exportContracts,
  ...incidentContracts,
  ...runContracts,
  ...drillContracts,
  ...recordContracts,
  ...publishingContracts,
  ...draftContracts,
  ...historyContracts,
  ...runbookImportContracts,
  ...authoringContracts,
  ...remoteContracts,
  ...contentStateContracts,
  ...reviewContracts,
  ...suggestionContracts,
  ...vouchContracts,
  ...worklistContracts,
  ...linkCheckContracts,
  ...identityContracts,
];
