// What only members see, fetched once it turns out that the reader is one.
export { RunbookRuns } from "@/app/runbook-runs";
export { VouchEntry } from "@/features/runbooks/vouch/components/vouch-entry";
export { WaitingCounter } from "@/features/runs/approvals/components/waiting-counter";
