-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('open', 'adopted', 'declined');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('asked', 'granted', 'refused', 'expired', 'overridden');

-- CreateEnum
CREATE TYPE "ApprovalScope" AS ENUM ('never', 'irreversible', 'change');

-- CreateEnum
CREATE TYPE "DrillRhythm" AS ENUM ('weekly', 'monthly');

-- DropIndex
DROP INDEX "run_step_run_id_position_key";

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "labels" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "continues_id" UUID,
ADD COLUMN     "continues_step_id" TEXT,
ADD COLUMN     "criticality" TEXT;

-- AlterTable
ALTER TABLE "run_step" ADD COLUMN     "blob" TEXT,
ADD COLUMN     "claimed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "incident_id" UUID,
    "run_id" UUID,
    "step_id" TEXT,
    "entry_id" UUID,
    "attached_at" TIMESTAMPTZ(3) NOT NULL,
    "attached_by_id" UUID,
    "attached_by" TEXT NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "runbook" TEXT NOT NULL,
    "blob" TEXT NOT NULL,
    "commit" TEXT,
    "procedure" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "step_title" TEXT NOT NULL,
    "run_id" UUID,
    "wrong" TEXT NOT NULL,
    "instead" TEXT NOT NULL DEFAULT '',
    "state" "SuggestionState" NOT NULL DEFAULT 'open',
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_approval" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'asked',
    "note" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID,
    "requested_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_by" TEXT,
    "reason" TEXT,

    CONSTRAINT "step_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_policy" (
    "criticality" TEXT NOT NULL,
    "scope" "ApprovalScope" NOT NULL DEFAULT 'never',
    "timeout" INTEGER NOT NULL DEFAULT 300,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "approval_policy_pkey" PRIMARY KEY ("criticality")
);

-- CreateTable
CREATE TABLE "drill_schedule" (
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "runbook" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rhythm" "DrillRhythm" NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "drill_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planned_drill" (
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "missed_at" TIMESTAMPTZ(3),
    "run_id" UUID,

    CONSTRAINT "planned_drill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE UNLOGGED TABLE "presence" (
    "screen" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "at" JSONB NOT NULL DEFAULT '{}',
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("screen")
);

-- CreateIndex
CREATE INDEX "attachment_run_id_step_id_idx" ON "attachment"("run_id", "step_id");

-- CreateIndex
CREATE INDEX "attachment_incident_id_idx" ON "attachment"("incident_id");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE INDEX "suggestion_runbook_state_idx" ON "suggestion"("runbook", "state");

-- CreateIndex
CREATE INDEX "suggestion_state_created_at_idx" ON "suggestion"("state", "created_at");

-- CreateIndex
CREATE INDEX "step_approval_run_id_step_id_idx" ON "step_approval"("run_id", "step_id");

-- CreateIndex
CREATE INDEX "step_approval_state_expires_at_idx" ON "step_approval"("state", "expires_at");

-- CreateIndex
CREATE INDEX "drill_schedule_next_at_idx" ON "drill_schedule"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "drill_schedule_runbook_procedure_key" ON "drill_schedule"("runbook", "procedure");

-- CreateIndex
CREATE UNIQUE INDEX "planned_drill_run_id_key" ON "planned_drill"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "planned_drill_schedule_id_due_at_key" ON "planned_drill"("schedule_id", "due_at");

-- CreateIndex
CREATE INDEX "presence_topic_seen_at_idx" ON "presence"("topic", "seen_at");

-- CreateIndex
CREATE INDEX "run_continues_id_idx" ON "run"("continues_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_continues_id_fkey" FOREIGN KEY ("continues_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_approval" ADD CONSTRAINT "step_approval_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_drill" ADD CONSTRAINT "planned_drill_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "drill_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_drill" ADD CONSTRAINT "planned_drill_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- At most one open request per step.
CREATE UNIQUE INDEX "step_approval_one_open" ON "step_approval"("run_id", "step_id") WHERE "state" = 'asked';
