-- AlterTable
ALTER TABLE "follow_up" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- One offer of a role at a time; what Prisma cannot say.
CREATE UNIQUE INDEX "role_handover_one_offer" ON "role_handover"("incident_id", "role") WHERE "state" = 'offered';
