-- CreateEnum
CREATE TYPE "HandoverState" AS ENUM ('offered', 'accepted', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "read_mark" (
    "person_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "read_mark_pkey" PRIMARY KEY ("person_id","incident_id")
);

-- CreateTable
CREATE TABLE "role_handover" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "role" "IncidentRoleName" NOT NULL,
    "from_id" UUID,
    "from_name" TEXT NOT NULL,
    "to_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "state" "HandoverState" NOT NULL DEFAULT 'offered',
    "note" TEXT NOT NULL DEFAULT '',
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_link" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_mortem" (
    "incident_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID,
    "updated_by" TEXT NOT NULL,
    "published_blob" TEXT,
    "published_commit" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,

    CONSTRAINT "post_mortem_pkey" PRIMARY KEY ("incident_id")
);

-- CreateTable
CREATE TABLE "post_mortem_revision" (
    "incident_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "post_mortem_revision_pkey" PRIMARY KEY ("incident_id","version")
);

-- CreateIndex
CREATE INDEX "role_handover_incident_id_state_idx" ON "role_handover"("incident_id", "state");

-- CreateIndex
CREATE INDEX "role_handover_to_id_state_idx" ON "role_handover"("to_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_secret_hash_key" ON "share_link"("secret_hash");

-- CreateIndex
CREATE INDEX "share_link_incident_id_idx" ON "share_link"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_mortem_path_key" ON "post_mortem"("path");

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_handover" ADD CONSTRAINT "role_handover_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortem" ADD CONSTRAINT "post_mortem_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortem_revision" ADD CONSTRAINT "post_mortem_revision_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "post_mortem"("incident_id") ON DELETE RESTRICT ON UPDATE CASCADE;
