-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'responder', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('SEV1', 'SEV2', 'SEV3', 'SEV4');

-- CreateEnum
CREATE TYPE "IncidentKind" AS ENUM ('incident', 'drill');

-- CreateEnum
CREATE TYPE "IncidentStatus" AS ENUM ('investigating', 'identified', 'mitigating', 'monitoring', 'resolved', 'closed');

-- CreateEnum
CREATE TYPE "EntryKind" AS ENUM ('note', 'evidence', 'decision', 'status', 'severity', 'role', 'update', 'step', 'verification', 'escalation', 'alert', 'link', 'attachment');

-- CreateEnum
CREATE TYPE "EntrySource" AS ENUM ('web', 'api', 'alert', 'system');

-- CreateEnum
CREATE TYPE "IncidentRoleName" AS ENUM ('lead', 'operations', 'communications', 'scribe');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('active', 'recovered', 'completed', 'escalated', 'abandoned');

-- CreateEnum
CREATE TYPE "StepState" AS ENUM ('pending', 'active', 'done', 'failed', 'skipped', 'not_taken');

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT,
    "oidc_subject" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "IncidentKind" NOT NULL DEFAULT 'incident',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "severity" "Severity" NOT NULL,
    "status" "IncidentStatus" NOT NULL DEFAULT 'investigating',
    "services" TEXT[],
    "root_cause" TEXT,
    "impact_started_at" TIMESTAMPTZ(3),
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "mitigated_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "next_update_due_at" TIMESTAMPTZ(3),
    "declared_by" UUID,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "EntryKind" NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "source" "EntrySource" NOT NULL,
    "body" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "run_id" UUID,
    "step_id" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "retracted_at" TIMESTAMPTZ(3),
    "retracted_by" TEXT,
    "retract_reason" TEXT,
    "changed_seq" INTEGER NOT NULL,

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_revision" (
    "entry_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_by" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "timeline_revision_pkey" PRIMARY KEY ("entry_id","revision")
);

-- CreateTable
CREATE TABLE "incident_role" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "role" "IncidentRoleName" NOT NULL,
    "person_id" UUID,
    "person_name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "incident_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_item" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "checklist" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "item_title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "attached_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "checked_by" TEXT,
    "checked_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID,
    "owner_name" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "base_blob" TEXT,
    "text" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "incident_id" UUID,
    "drill" BOOLEAN NOT NULL DEFAULT false,
    "runbook" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "commit" TEXT,
    "blob" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "variables" JSONB NOT NULL DEFAULT '{}',
    "status" "RunStatus" NOT NULL DEFAULT 'active',
    "within" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_id" UUID,
    "started_by" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pinned_source" (
    "blob" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "pinned_source_pkey" PRIMARY KEY ("blob")
);

-- CreateTable
CREATE TABLE "run_step" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "StepState" NOT NULL DEFAULT 'pending',
    "version" INTEGER NOT NULL DEFAULT 1,
    "claimed_by_id" UUID,
    "claimed_by" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "option" TEXT,
    "note" TEXT,
    "evidence" TEXT,

    CONSTRAINT "run_step_pkey" PRIMARY KEY ("run_id","step_id")
);

-- CreateTable
CREATE TABLE "run_event" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "step_id" TEXT,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "run_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_subject_at_idx" ON "audit_event"("subject", "at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_oidc_subject_key" ON "person"("oidc_subject");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_secret_hash_key" ON "api_token"("secret_hash");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_status_severity_idx" ON "incident"("status", "severity");

-- CreateIndex
CREATE INDEX "incident_declared_at_idx" ON "incident"("declared_at");

-- CreateIndex
CREATE INDEX "incident_services_idx" ON "incident" USING GIN ("services");

-- CreateIndex
CREATE INDEX "timeline_entry_incident_id_changed_seq_idx" ON "timeline_entry"("incident_id", "changed_seq");

-- CreateIndex
CREATE INDEX "timeline_entry_incident_id_happened_at_idx" ON "timeline_entry"("incident_id", "happened_at");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_entry_incident_id_seq_key" ON "timeline_entry"("incident_id", "seq");

-- CreateIndex
CREATE INDEX "incident_role_incident_id_role_idx" ON "incident_role"("incident_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_item_incident_id_checklist_item_id_key" ON "checklist_item"("incident_id", "checklist", "item_id");

-- CreateIndex
CREATE INDEX "follow_up_incident_id_idx" ON "follow_up"("incident_id");

-- CreateIndex
CREATE INDEX "draft_path_idx" ON "draft"("path");

-- CreateIndex
CREATE UNIQUE INDEX "draft_person_id_path_key" ON "draft"("person_id", "path");

-- CreateIndex
CREATE INDEX "run_incident_id_idx" ON "run"("incident_id");

-- CreateIndex
CREATE INDEX "run_runbook_procedure_started_at_idx" ON "run"("runbook", "procedure", "started_at");

-- CreateIndex
CREATE INDEX "run_status_started_at_idx" ON "run"("status", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "run_step_run_id_position_key" ON "run_step"("run_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "run_event_run_id_seq_key" ON "run_event"("run_id", "seq");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_revision" ADD CONSTRAINT "timeline_revision_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "timeline_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_blob_fkey" FOREIGN KEY ("blob") REFERENCES "pinned_source"("blob") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_event" ADD CONSTRAINT "run_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

-- One holder per role at a time.
CREATE UNIQUE INDEX "incident_role_open_key" ON "incident_role"("incident_id", "role") WHERE "until" IS NULL;

ALTER TABLE "incident" ADD CONSTRAINT "incident_title_check" CHECK (length("title") BETWEEN 1 AND 300);
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_body_check" CHECK (length("body") <= 100000);
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_evidence_check" CHECK (length("evidence") <= 1000000);

-- The log is append-only for everybody, this application included: rows are corrected through revisions, never removed.
CREATE FUNCTION "refuse_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "timeline_entry_append_only" BEFORE DELETE ON "timeline_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_removal"();
CREATE TRIGGER "timeline_revision_append_only" BEFORE DELETE OR UPDATE ON "timeline_revision" FOR EACH ROW EXECUTE FUNCTION "refuse_removal"();
CREATE TRIGGER "run_event_append_only" BEFORE DELETE OR UPDATE ON "run_event" FOR EACH ROW EXECUTE FUNCTION "refuse_removal"();
CREATE TRIGGER "audit_event_append_only" BEFORE DELETE OR UPDATE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "refuse_removal"();
