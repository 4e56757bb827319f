-- CreateTable
CREATE TABLE "searched_query" (
    "id" TEXT NOT NULL,
    "text" TEXT,
    "searched" INTEGER NOT NULL,
    "found_nothing" INTEGER NOT NULL,
    "first_on" TEXT NOT NULL,
    "last_on" TEXT NOT NULL,
    "dismissed_on" TEXT,
    "dismissed_by" TEXT,

    CONSTRAINT "searched_query_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_opening" (
    "query_id" TEXT NOT NULL,
    "runbook" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,
    "last_on" TEXT NOT NULL,

    CONSTRAINT "search_opening_pkey" PRIMARY KEY ("query_id","runbook","rank")
);

-- CreateTable
CREATE TABLE "search_day" (
    "day" TEXT NOT NULL,
    "searched" INTEGER NOT NULL,
    "found_nothing" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,

    CONSTRAINT "search_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "counted_search" (
    "id" TEXT NOT NULL,
    "opened" BOOLEAN NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "counted_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "searched_query_last_on_searched_idx" ON "searched_query"("last_on", "searched");

-- CreateIndex
CREATE INDEX "search_opening_last_on_opened_idx" ON "search_opening"("last_on", "opened");

-- CreateIndex
CREATE INDEX "counted_search_day_idx" ON "counted_search"("day");
