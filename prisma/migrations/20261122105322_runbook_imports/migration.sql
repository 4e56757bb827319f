-- CreateTable
CREATE TABLE "imported_file" (
    "import_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "person_id" UUID,
    "content" BYTEA NOT NULL,
    "base" TEXT,
    "path" TEXT,
    "source" TEXT NOT NULL,
    "compared" INTEGER NOT NULL DEFAULT 0,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_file_pkey" PRIMARY KEY ("import_id","file")
);

-- CreateIndex
CREATE INDEX "imported_file_kept_at_idx" ON "imported_file"("kept_at");
