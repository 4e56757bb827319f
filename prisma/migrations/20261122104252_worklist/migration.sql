-- CreateTable
CREATE TABLE "owner_person" (
    "id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "owner_key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "owner_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "runbook" TEXT,
    "service" TEXT,
    "owner" TEXT NOT NULL,
    "owner_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "line" INTEGER,
    "values" JSONB NOT NULL DEFAULT '{}',
    "blob" TEXT,
    "fingerprint" TEXT NOT NULL,
    "urgency" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due_on" TEXT,
    "snoozed_until" TEXT,
    "snoozed_by" TEXT,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by" TEXT,
    "dismiss_reason" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_check" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'unknown',
    "status" INTEGER,
    "why" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "first_failed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "owner_reminder" (
    "id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "owner_key" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "owner_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_item" (
    "reminder_id" UUID NOT NULL,
    "week" TEXT NOT NULL,
    "finding_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "reminder_item_pkey" PRIMARY KEY ("reminder_id","finding_id")
);

-- CreateTable
CREATE TABLE "reminder_hidden" (
    "reminder_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "reminder_hidden_pkey" PRIMARY KEY ("reminder_id","person_id")
);

-- CreateIndex
CREATE INDEX "owner_person_person_id_idx" ON "owner_person"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "owner_person_owner_key_person_id_key" ON "owner_person"("owner_key", "person_id");

-- CreateIndex
CREATE INDEX "finding_owner_key_urgency_since_id_idx" ON "finding"("owner_key", "urgency", "since", "id");

-- CreateIndex
CREATE INDEX "finding_runbook_kind_idx" ON "finding"("runbook", "kind");

-- CreateIndex
CREATE INDEX "link_check_next_at_idx" ON "link_check"("next_at");

-- CreateIndex
CREATE INDEX "link_check_state_idx" ON "link_check"("state");

-- CreateIndex
CREATE UNIQUE INDEX "owner_reminder_owner_key_week_key" ON "owner_reminder"("owner_key", "week");

-- CreateIndex
CREATE INDEX "reminder_item_finding_id_fingerprint_idx" ON "reminder_item"("finding_id", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_item_week_finding_id_key" ON "reminder_item"("week", "finding_id");

-- AddForeignKey
ALTER TABLE "reminder_item" ADD CONSTRAINT "reminder_item_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "owner_reminder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_hidden" ADD CONSTRAINT "reminder_hidden_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "owner_reminder"("id") ON DELETE CASCADE ON UPDATE CASCADE;
