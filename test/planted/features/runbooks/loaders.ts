import { database } from "@/lib/db/client";

export const loadRunbook = database;
