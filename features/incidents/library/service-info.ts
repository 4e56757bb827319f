import type { TriageChoice } from "../declare/triage";

/** What the library knows of a service, as an incident's pages need it. */
export type ServiceInfo = {
  name: string;
  links: { title: string; url: string; purpose?: string | undefined }[];
  contacts: { name: string; channel?: string | undefined; for: string[] }[];
  runbooks: { path: string; title: string }[];
};

/** A service to declare on: what can be seen there, and the procedures of the runbook that an address names. */
export type DeclarableService = {
  name: string;
  triage: TriageChoice[];
  procedures: { runbook: string; id: string; title: string; severity: TriageChoice["severity"] }[];
};
