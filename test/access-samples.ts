import { randomUUID } from "node:crypto";
import type { Who } from "./access-table";
import type { World } from "./access-world";

export type Sample = {
  /** A valid call: path parameters, query and body by name. What is refused for its input would hide who is refused. */
  input?: (world: World) => unknown;
  /** Where the thing itself decides, e.g. whose entry it is: the least for the thing that `input` makes. */
  least?: Who;
  /** Where even the highest role of a token is not enough, because it is about a person. */
  personsOnly?: true;
};

const onIncident =
  (more: Record<string, unknown> = {}) =>
  async (world: World) => ({ key: (await world.incident()).key, ...more });

const onRun =
  (more: Record<string, unknown> = {}) =>
  async (world: World) => ({ runId: await world.run(), ...more });

const procedure = { runbook: "api/emergencias", procedure: "api-no-responde" };

/** A valid call per operation of the API. One that reads what everybody may read needs none. */
export const operations: Record<string, Sample> = {
  "GET /api/v1/incidents": {},
  "GET /api/v1/incident-search": { input: async () => ({ q: "redis" }) },
  "POST /api/v1/incidents": { input: async () => ({ title: "La API no responde", severity: "SEV2" }) },
  "GET /api/v1/incidents/{key}": { input: onIncident() },
  "GET /api/v1/incidents/{key}/similar": { input: onIncident() },
  "GET /api/v1/incidents/{key}/replay": { input: onIncident() },
  "PATCH /api/v1/incidents/{key}": { input: onIncident({ title: "Otra cosa" }) },
  "POST /api/v1/incidents/{key}/status": { input: onIncident({ to: "identified" }) },
  "POST /api/v1/incidents/{key}/severity": { input: onIncident({ to: "SEV1", reason: "Peor de lo visto" }) },
  "POST /api/v1/incidents/{key}/roles": { input: onIncident({ role: "scribe", person: "Autora" }) },
  "DELETE /api/v1/incidents/{key}/roles/{role}": { input: onIncident({ role: "scribe" }) },
  "POST /api/v1/incidents/{key}/handovers": { input: onIncident({ role: "lead", to: "Autora" }) },
  "POST /api/v1/incidents/{key}/handovers/{handoverId}": {
    input: onIncident({ handoverId: randomUUID(), decision: "accept" }),
  },
  "POST /api/v1/incidents/{key}/updates": { input: onIncident({ condition: "Va lento" }) },
  "POST /api/v1/incidents/{key}/next-update": { input: onIncident({ at: null, reason: "Nadie espera" }) },
  "GET /api/v1/incidents/{key}/share-links": { input: onIncident() },
  "POST /api/v1/incidents/{key}/share-links": { input: onIncident({ title: "Pagos lentos" }) },
  "DELETE /api/v1/incidents/{key}/share-links/{linkId}": { input: onIncident({ linkId: randomUUID() }) },
  "GET /api/v1/incidents/{key}/briefing": { input: onIncident() },
  "POST /api/v1/incidents/{key}/checklist-items/{itemId}": {
    input: onIncident({ itemId: randomUUID(), checked: true }),
  },
  "POST /api/v1/incidents/{key}/follow-ups": {
    input: onIncident({ title: "Alerta", dueOn: "2026-02-01", owner: "Autora" }),
  },
  "PATCH /api/v1/incidents/{key}/follow-ups/{followUpId}": { input: (world) => world.followUp() },
  "GET /api/v1/incidents/{key}/timeline": { input: onIncident() },
  "POST /api/v1/incidents/{key}/timeline": { input: onIncident({ body: "Reiniciado db-2", kind: "note" }) },
  "POST /api/v1/incidents/{key}/timeline/bulk": { input: onIncident({ entries: [{ body: "Reiniciado db-2" }] }) },
  "POST /api/v1/incidents/{key}/attachments": { input: onIncident({ name: "log.txt" }) },
  "GET /api/v1/incidents/{key}/steps": { input: onIncident() },
  // Somebody else's entry: a responder corrects only what they wrote.
  "POST /api/v1/incidents/{key}/timeline/{entryId}/corrections": {
    least: "editor",
    input: async (world) => ({ ...(await world.entry()), expectedRevision: 0, body: "Reiniciado db-3" }),
  },
  "POST /api/v1/incidents/{key}/timeline/{entryId}/retraction": {
    least: "editor",
    input: async (world) => ({ ...(await world.entry()), reason: "No fue así" }),
  },
  "GET /api/v1/incidents/{key}/timeline/{entryId}/revisions": { input: (world) => world.entry() },
  "GET /api/v1/incidents/{key}/timeline/window": { input: onIncident() },
  "GET /api/v1/incidents/{key}/timeline/counts": { input: onIncident() },
  "PUT /api/v1/incidents/{key}/read-mark": { input: onIncident({ seq: 1 }) },
  "GET /api/v1/incidents/{key}/stream": { input: onIncident() },
  "POST /api/v1/incidents/{key}/runs": { input: onIncident(procedure) },
  "GET /api/v1/incidents/{key}/runs": { input: onIncident() },
  "POST /api/v1/runs": { input: async () => procedure },
  "GET /api/v1/runs": {},
  "GET /api/v1/page-parts": { input: async () => ({ runbook: "api/emergencias" }) },
  "GET /api/v1/runs/{runId}": { input: onRun() },
  "GET /api/v1/runs/{runId}/stream": { input: onRun() },
  "GET /api/v1/runs/{runId}/steps/{stepId}": { input: onRun({ stepId: "ver-logs" }) },
  "POST /api/v1/runs/{runId}/steps/{stepId}": {
    input: onRun({ stepId: "ver-logs", event: "start", expectedVersion: 1 }),
  },
  "POST /api/v1/runs/{runId}/copies": { input: onRun({ stepId: "ver-logs", command: "docker logs api" }) },
  "PATCH /api/v1/runs/{runId}/variables": { input: onRun({ variables: {} }) },
  // A run that leads nowhere: whoever may, is told that there is nothing.
  "POST /api/v1/runs/{runId}/continuation": { input: onRun() },
  "GET /api/v1/runs/{runId}/steps/{stepId}/rounds": { input: onRun({ stepId: "ver-logs" }) },
  "GET /api/v1/runs/{runId}/changes": { input: onRun() },
  "POST /api/v1/runs/{runId}/adoptions": {
    input: onRun({ blob: "0".repeat(40), steps: [{ id: "ver-logs", expectedVersion: 1 }] }),
  },
  "POST /api/v1/runs/{runId}/end": { input: onRun({ outcome: "abandoned", reason: "Era un ensayo" }) },
  "GET /api/v1/incidents/{key}/export": { input: onIncident() },
  "GET /api/v1/incidents/{key}/record": { input: onIncident() },
  "POST /api/v1/incident-imports": { input: (world) => world.record() },
  "GET /api/v1/incidents/{key}/post-mortem": { input: async (world) => ({ key: await world.postMortem() }) },
  "POST /api/v1/incidents/{key}/post-mortem": { input: async (world) => ({ key: await world.postMortem() }) },
  "PUT /api/v1/incidents/{key}/post-mortem": {
    input: async (world) => ({ key: await world.postMortem(), text: "Otro texto", version: 1 }),
  },
  // Of an incident that somebody else led: a responder publishes only what they led themselves.
  "POST /api/v1/incidents/{key}/post-mortem/publication": {
    least: "editor",
    input: async (world) => ({ key: await world.postMortem(), version: 1, baseBlob: null, message: "x" }),
  },
  "GET /api/v1/incidents/{key}/post-mortem/stream": { input: async (world) => ({ key: await world.postMortem() }) },
  "GET /api/v1/incidents/{key}/post-mortem/revisions": { input: async (world) => ({ key: await world.postMortem() }) },
  "GET /api/v1/incidents/{key}/post-mortem/revisions/{version}": {
    input: async (world) => ({ key: await world.postMortem(), version: 1 }),
  },
  "GET /api/v1/drills": {},
  "POST /api/v1/drills": { input: async () => ({ ...procedure, rhythm: "weekly", date: "2199-02-03", time: "10:00" }) },
  "PATCH /api/v1/drills/{scheduleId}": { input: async (world) => ({ scheduleId: await world.drill(), paused: true }) },
  "DELETE /api/v1/drills/{scheduleId}": { input: async (world) => ({ scheduleId: await world.drill() }) },
  "POST /api/v1/runs/{runId}/limits": {
    input: onRun({ clock: "procedure", seconds: 300, dueAt: "2026-01-15T03:10:00.000Z" }),
  },
  "POST /api/v1/runs/{runId}/steps/{stepId}/approvals": { input: onRun({ stepId: "ver-logs" }) },
  "POST /api/v1/runs/{runId}/steps/{stepId}/override": {
    personsOnly: true,
    input: onRun({ stepId: "ver-logs", reason: "Urge" }),
  },
  "POST /api/v1/runs/{runId}/steps/{stepId}/suggestions": {
    input: onRun({ stepId: "ver-logs", wrong: "Ya no existe" }),
  },
  "GET /api/v1/content-remote": {},
  "POST /api/v1/content-remote": {},
  "GET /api/v1/content-state": {},
  // Nobody changed it by hand: whoever may, is told that there is nothing to commit.
  "POST /api/v1/content-state": {
    input: async () => ({ files: [{ file: "runbooks/api/nada.mdx", head: null, disk: null }], message: "x" }),
  },
  "GET /api/v1/reviews": {},
  // What HEAD holds is unknown here: whoever may, is told that the text is stale.
  "POST /api/v1/reviews": {
    input: async () => ({ path: "api/emergencias", text: "x", baseBlob: "0".repeat(40), message: "x" }),
  },
  "GET /api/v1/reviews/{reviewId}": { input: (world) => world.review() },
  // One that is not there: only its author puts another text to a request.
  "POST /api/v1/reviews/{reviewId}/rounds": {
    input: async () => ({ reviewId: randomUUID(), text: "x", baseBlob: null, message: "x", expectedVersion: 1 }),
  },
  "POST /api/v1/reviews/{reviewId}/decision": {
    personsOnly: true,
    input: async (world) => ({ ...(await world.review()), decision: "approve", expectedVersion: 1 }),
  },
  "POST /api/v1/reviews/{reviewId}/withdrawal": {
    least: "admin",
    input: async (world) => ({ ...(await world.review()), expectedVersion: 1 }),
  },
  "POST /api/v1/reviews/{reviewId}/publication": {
    input: async (world) => ({ ...(await world.review()), expectedVersion: 1 }),
  },
  "GET /api/v1/reviews/{reviewId}/stream": { input: (world) => world.review() },
  "POST /api/v1/reviews/{reviewId}/comments": {
    input: async (world) => ({ ...(await world.review()), body: "¿Por qué?" }),
  },
  "PATCH /api/v1/reviews/{reviewId}/comments/{commentId}": {
    input: async (world) => ({ ...(await world.review()), commentId: randomUUID(), body: "¿Por qué?" }),
  },
  "POST /api/v1/reviews/{reviewId}/comments/{commentId}/retraction": {
    input: async (world) => ({ ...(await world.review()), commentId: randomUUID() }),
  },
  "POST /api/v1/reviews/{reviewId}/comments/{commentId}/resolution": {
    input: async (world) => ({ ...(await world.review()), commentId: randomUUID(), resolved: true }),
  },
  "GET /api/v1/reviewers": {},
  "GET /api/v1/review-rules": {},
  "PUT /api/v1/review-rules/{criticality}": {
    input: async () => ({ criticality: "low", rule: "none", expectedVersion: 0 }),
  },
  "GET /api/v1/suggestions": {},
  "POST /api/v1/suggestions/{suggestionId}": {
    input: async (world) => ({ suggestionId: await world.suggestion(), decision: "adopt", expectedVersion: 1 }),
  },
  "POST /api/v1/vouches": { input: async () => ({ runbooks: [{ path: "api/emergencias" }] }) },
  "GET /api/v1/worklist": {},
  "POST /api/v1/worklist/{itemId}/snooze": {
    input: async (world) => ({ itemId: await world.finding(), until: "2026-02-01" }),
  },
  "POST /api/v1/worklist/{itemId}/dismissal": {
    input: async (world) => ({ itemId: await world.finding(), reason: "Ya no aplica" }),
  },
  "POST /api/v1/worklist/{itemId}/reopening": { input: async (world) => ({ itemId: await world.finding() }) },
  "GET /api/v1/runbook-owners": {},
  "GET /api/v1/link-checks": {},
  "GET /api/v1/reminders": {},
  // A reminder that there is not: whoever may, is told so.
  "POST /api/v1/reminders/{reminderId}/hiding": {
    personsOnly: true,
    input: async () => ({ reminderId: randomUUID() }),
  },
  // For somebody else: an editor answers for themselves only, and a token is nobody.
  "POST /api/v1/runbook-owners": {
    least: "admin",
    input: async (world) => ({ owner: "Backend Team", personId: await world.keeper() }),
  },
  "DELETE /api/v1/runbook-owners": {
    least: "admin",
    input: async (world) => ({ owner: "Backend Team", personId: await world.keeper() }),
  },
  "GET /api/v1/approvals": {},
  "POST /api/v1/approvals/{approvalId}": {
    personsOnly: true,
    input: async (world) => ({ approvalId: await world.approval(), decision: "grant" }),
  },
  "GET /api/v1/approval-rules": {},
  "PUT /api/v1/approval-rules/{criticality}": {
    input: async () => ({ criticality: "low", scope: "change", timeout: 300, expectedVersion: 0 }),
  },
  "POST /api/v1/runs/{runId}/steps/{stepId}/evidence": { input: onRun({ stepId: "ver-logs", text: "listo" }) },
  "POST /api/v1/runs/{runId}/steps/{stepId}/attachments": { input: onRun({ stepId: "ver-logs", name: "log.txt" }) },
  // Somebody else's evidence: a responder takes back only their own.
  "POST /api/v1/runs/{runId}/steps/{stepId}/evidence/{evidenceId}/withdrawal": {
    least: "editor",
    input: async (world) => ({ ...(await world.evidence()), reason: "De otro servidor" }),
  },
  "GET /api/v1/attachments/{attachmentId}": {
    input: async (world) => ({ attachmentId: (await world.evidence()).evidenceId }),
  },
  "GET /api/v1/runbook-exports/source": {},
  "GET /api/v1/runbook-exports/binder": { input: async () => ({ service: "api" }) },
  "GET /api/v1/runbooks": {},
  "GET /api/v1/authoring/targets": { input: async () => ({ q: "postgres" }) },
  "GET /api/v1/authoring/anchors": { input: async () => ({ path: "api/emergencias" }) },
  "GET /api/v1/authoring/words": { input: async () => ({ service: "api" }) },
  "GET /api/v1/glossary": {},
  "PUT /api/v1/glossary": { input: async () => ({ text: "cola, queue\n", baseBlob: null, message: "x" }) },
  "POST /api/v1/glossary/trial": { input: async () => ({ q: "cola", text: "" }) },
  "POST /api/v1/search/counts": { input: async () => ({ id: randomUUID(), q: "replica lag", results: 3 }) },
  "GET /api/v1/search/counts": {},
  "POST /api/v1/search/counts/{queryId}/dismissal": { input: async (world) => ({ queryId: await world.query() }) },
  "POST /api/v1/search/counts/{queryId}/reopening": { input: async (world) => ({ queryId: await world.query() }) },
  "GET /api/v1/frequent-procedures": {},
  "GET /api/v1/track-records": { input: async () => ({ runbooks: "api/emergencias" }) },
  "POST /api/v1/search/log": { input: async () => ({ text: "ERROR: the database does not answer" }) },
  "GET /api/v1/search": { input: async () => ({ q: "postgres" }) },
  "GET /api/v1/runbooks/{service}/{file}": { input: async () => ({ service: "api", file: "emergencias" }) },
  "PUT /api/v1/runbooks/{service}/{file}": {
    input: async () => ({ service: "api", file: "emergencias", text: "x", baseBlob: "0".repeat(40), message: "x" }),
  },
  "GET /api/v1/runbooks/{service}/{file}/stream": { input: async () => ({ service: "api", file: "emergencias" }) },
  "POST /api/v1/runbooks/{service}/{file}/files": {
    personsOnly: true,
    input: async () => ({ service: "api", file: "emergencias", name: "a.txt" }),
  },
  "GET /api/v1/runbooks/{service}/{file}/drafts/{personId}": {
    input: async () => ({ service: "api", file: "emergencias", personId: randomUUID() }),
  },
  "GET /api/v1/runbooks/{service}/{file}/history": { input: async () => ({ service: "api", file: "emergencias" }) },
  "GET /api/v1/runbooks/{service}/{file}/difference": {
    input: async () => ({ service: "api", file: "emergencias", from: "latest" }),
  },
  "GET /api/v1/runbook-imports/paths": { input: async () => ({ service: "api" }) },
  "POST /api/v1/runbook-imports": { input: async () => ({ path: "api/cola", name: "cola.md", text: "# Cola" }) },
  "PUT /api/v1/runbook-imports/{importId}/runbooks/{service}/{file}": {
    input: async () => ({ importId: randomUUID(), service: "api", file: "cola", name: "cola.md", text: "# Cola" }),
  },
  "PUT /api/v1/runbook-imports/{importId}/files": {
    input: async () => ({ importId: randomUUID(), file: "api/panel.png", source: "panel.png" }),
  },
  "POST /api/v1/runbook-imports/{importId}/publication": {
    input: async () => ({ importId: randomUUID(), message: "x", runbooks: ["api/cola"] }),
  },
  "GET /api/v1/runbooks/{service}/{file}/blame": { input: async () => ({ service: "api", file: "emergencias" }) },
  "GET /api/v1/runbooks/{service}/{file}/incoming": { input: async () => ({ service: "api", file: "emergencias" }) },
  "POST /api/v1/runbooks/{service}/{file}/move": {
    input: async () => ({ service: "api", file: "emergencias", to: "api/otra", baseBlob: "0".repeat(40) }),
  },
  "POST /api/v1/runbooks/{service}/{file}/deletion": {
    input: async () => ({ service: "api", file: "emergencias", baseBlob: "0".repeat(40), reason: "x" }),
  },
  "POST /api/v1/runbooks/{service}/{file}/restoration": {
    input: async () => ({ service: "api", file: "emergencias", commit: "0".repeat(40) }),
  },
  "GET /api/v1/deleted-runbooks": {},
  "GET /api/v1/responders": {},
  "POST /api/v1/presence/{screen}": { input: async () => ({ screen: randomUUID(), place: "" }) },
  "GET /api/v1/people": {},
  "POST /api/v1/people": { input: async (world) => ({ email: world.email(), name: "Marta", role: "viewer" }) },
  "PATCH /api/v1/people/{id}": { input: async (world) => ({ id: await world.person(), name: "Otro nombre" }) },
  "GET /api/v1/tokens": {},
  "POST /api/v1/tokens": { input: async () => ({ name: "ci", role: "viewer" }) },
  "DELETE /api/v1/tokens/{id}": { input: async (world) => ({ id: await world.token() }) },
  "GET /api/v1/me": {},
};

/** A valid call per server action, by file and name, with the least that somebody has to be. */
export const actions: Record<string, Sample & { least: Who }> = {
  "identity createPersonAction": {
    least: "admin",
    input: async (world) => ({ email: world.email(), name: "Marta", role: "viewer" }),
  },
  "identity updatePersonAction": {
    least: "admin",
    input: async (world) => ({ id: await world.person(), role: "editor" }),
  },
  "identity resetPasswordAction": { least: "admin", input: async (world) => ({ id: await world.person() }) },
  "identity createTokenAction": { least: "admin", input: async () => ({ name: "ci", role: "admin" }) },
  "identity revokeTokenAction": { least: "admin", input: async (world) => ({ id: await world.token() }) },
  "identity changePasswordAction": {
    least: "viewer",
    input: async () => ({ current: "not mine", next: "a long enough password" }),
  },
  "identity signOutEverywhereAction": { least: "viewer" },
  "runbooks/history moveRunbookAction": {
    least: "editor",
    input: async () => ({ path: "api/emergencias", to: "api/otra", baseBlob: "0".repeat(40) }),
  },
  "runbooks/history deleteRunbookAction": {
    least: "editor",
    input: async () => ({ path: "api/emergencias", baseBlob: "0".repeat(40), reason: "x" }),
  },
  "runbooks/history restoreDeletedAction": {
    least: "editor",
    input: async () => ({ path: "api/emergencias", commit: "0".repeat(40) }),
  },
  "runbooks/editor saveDraftAction": {
    least: "editor",
    input: async () => ({ path: "api/emergencias", text: "x", baseBlob: null, version: 0 }),
  },
  "runbooks/editor compareDraftAction": {
    least: "editor",
    input: async () => ({ path: "api/emergencias", text: "x", baseBlob: null }),
  },
  "runbooks/editor discardDraftAction": { least: "editor", input: async () => ({ path: "api/emergencias" }) },
  "runbooks/editor restoreVersionAction": {
    least: "editor",
    input: async () => ({ path: "api/emergencias", commit: "0".repeat(40), baseBlob: null, message: "x" }),
  },
};
