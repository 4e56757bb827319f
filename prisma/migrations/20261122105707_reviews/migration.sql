-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('open', 'approved', 'changes_requested', 'withdrawn', 'published');

-- CreateEnum
CREATE TYPE "ReviewRule" AS ENUM ('none', 'required');

-- CreateTable
CREATE TABLE "review_request" (
    "id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "state" "ReviewState" NOT NULL DEFAULT 'open',
    "round" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID,
    "author" TEXT NOT NULL,
    "by_token" BOOLEAN NOT NULL DEFAULT false,
    "reviewer_id" UUID,
    "reviewer" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "commit" TEXT,
    "urgent_reason" TEXT,
    "incident" TEXT,

    CONSTRAINT "review_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_round" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha" TEXT NOT NULL,
    "base_blob" TEXT,
    "base_text" TEXT,
    "message" TEXT NOT NULL,
    "answers" UUID[],
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "ReviewState",
    "decision_note" TEXT NOT NULL DEFAULT '',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "side" TEXT,
    "line" INTEGER,
    "parent_id" UUID,
    "body" TEXT NOT NULL,
    "author_id" UUID,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "retracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment_revision" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_comment_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_policy" (
    "criticality" TEXT NOT NULL,
    "rule" "ReviewRule" NOT NULL DEFAULT 'none',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "review_policy_pkey" PRIMARY KEY ("criticality")
);

-- CreateIndex
CREATE INDEX "review_request_state_updated_at_idx" ON "review_request"("state", "updated_at");

-- CreateIndex
CREATE INDEX "review_request_path_state_idx" ON "review_request"("path", "state");

-- CreateIndex
CREATE INDEX "review_request_author_id_state_idx" ON "review_request"("author_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "review_round_request_id_number_key" ON "review_round"("request_id", "number");

-- CreateIndex
CREATE INDEX "review_comment_request_id_created_at_idx" ON "review_comment"("request_id", "created_at");

-- CreateIndex
CREATE INDEX "review_comment_revision_comment_id_at_idx" ON "review_comment_revision"("comment_id", "at");

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "review_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "review_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment_revision" ADD CONSTRAINT "review_comment_revision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "review_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
