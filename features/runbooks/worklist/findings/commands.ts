import { createHash } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { Found } from "../found";
import { kinds, reviewKinds } from "../kinds";
import { ownerKeyOf } from "../owner";

const lock = 4_033;
/** Rows of one statement. */
const chunk = 2_000;

/** Takes turns with others who write findings, until the transaction ends. */
export async function lockWorklist(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${lock}::int, 1)::text`;
}

/** Id of a finding: the same thing found again has the same. */
export const findingId = ({ kind, subject }: Pick<Found, "kind" | "subject">): string =>
  createHash("sha256").update(`${kind}\n${subject}`).digest("hex").slice(0, 32);

/**
 * Makes the table what was found: new rows, changed ones, and none of what is found no more. What people decided stays while the
 * thing is the same; a dismissal ends when it changed. Under `lockWorklist`.
 */
export async function writeFindings(tx: Tx, found: readonly Found[], now: Date): Promise<void> {
  const rows = [...new Map(found.map((one) => [findingId(one), one]))].map(([id, one]) => ({
    id,
    kind: one.kind,
    runbook: one.runbook,
    service: one.service,
    owner: one.owner,
    owner_key: ownerKeyOf(one.owner),
    title: one.title,
    line: one.line,
    values: one.values,
    blob: one.blob,
    fingerprint: one.fingerprint,
    urgency: one.urgency ?? kinds[one.kind].urgency,
    since: one.since?.toISOString() ?? null,
    due_on: one.dueOn,
  }));
  for (let at = 0; at < rows.length; at += chunk) {
    const json = JSON.stringify(rows.slice(at, at + chunk)).replaceAll("\\u0000", "");
    await tx.$executeRaw`
      INSERT INTO finding AS old
        (id, kind, runbook, service, owner, owner_key, title, line, "values", blob, fingerprint, urgency, since, due_on)
      SELECT id, kind, runbook, service, owner, owner_key, title, line, "values", blob, fingerprint, urgency,
        coalesce(since, ${now.toISOString()}::timestamptz), due_on
      FROM jsonb_to_recordset(${json}::jsonb) AS new (id text, kind text, runbook text, service text, owner text,
        owner_key text, title text, line int, "values" jsonb, blob text, fingerprint text, urgency int, since timestamptz,
        due_on text)
      ON CONFLICT (id) DO UPDATE SET service = EXCLUDED.service, owner = EXCLUDED.owner, owner_key = EXCLUDED.owner_key,
        title = EXCLUDED.title, line = EXCLUDED.line, "values" = EXCLUDED."values", blob = EXCLUDED.blob,
        fingerprint = EXCLUDED.fingerprint, urgency = EXCLUDED.urgency, due_on = EXCLUDED.due_on,
        since = CASE WHEN old.fingerprint = EXCLUDED.fingerprint THEN old.since ELSE EXCLUDED.since END,
        dismissed_at = CASE WHEN old.fingerprint = EXCLUDED.fingerprint THEN old.dismissed_at END,
        dismissed_by = CASE WHEN old.fingerprint = EXCLUDED.fingerprint THEN old.dismissed_by END,
        dismiss_reason = CASE WHEN old.fingerprint = EXCLUDED.fingerprint THEN old.dismiss_reason END
      WHERE (old.service, old.owner, old.title, old.line, old."values", old.blob, old.fingerprint, old.urgency, old.due_on)
        IS DISTINCT FROM (EXCLUDED.service, EXCLUDED.owner, EXCLUDED.title, EXCLUDED.line, EXCLUDED."values", EXCLUDED.blob,
          EXCLUDED.fingerprint, EXCLUDED.urgency, EXCLUDED.due_on)`;
  }
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`DELETE FROM finding WHERE NOT (id = ANY(${ids}::text[]))`;
}

/** Takes away what a review has settled; the next look at the runbooks finds it so, too. */
export async function dropReviewFindings(tx: Tx, paths: string[]): Promise<void> {
  await lockWorklist(tx);
  await tx.finding.deleteMany({ where: { runbook: { in: paths }, kind: { in: [...reviewKinds] } } });
}
