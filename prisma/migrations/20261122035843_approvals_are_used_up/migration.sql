-- AlterTable
ALTER TABLE "suggestion" ADD COLUMN     "closed_commit" TEXT;

-- AlterTable
ALTER TABLE "step_approval" ADD COLUMN     "spent_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "suggestion_run_id_idx" ON "suggestion"("run_id");
