-- A trusted extension: whoever may create in the database may install it. Finds the word that a mistyped one was meant to be.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "incident_search" (
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "terms" tsvector NOT NULL,
    "marks" TEXT[],

    CONSTRAINT "incident_search_pkey" PRIMARY KEY ("incident_id")
);

-- CreateTable
CREATE TABLE "entry_search" (
    "entry_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "points" REAL NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "entry_search_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "incident_search_terms_idx" ON "incident_search" USING GIN ("terms") WITH (gin_pending_list_limit = 256);

-- CreateIndex
CREATE INDEX "incident_search_marks_idx" ON "incident_search" USING GIN ("marks");

-- CreateIndex
CREATE INDEX "entry_search_terms_idx" ON "entry_search" USING GIN ("terms") WITH (gin_pending_list_limit = 256);

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);
