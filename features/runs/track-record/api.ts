import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { FrequentProcedure, TrackRecord, TrackRecordsOf } from "./schema";

export const trackRecordsContract = contract({
  method: "GET",
  path: "/api/v1/track-records",
  summary: "How often the procedures of some runbooks worked on incidents",
  access: "viewer",
  input: TrackRecordsOf,
  output: z.object({ records: z.array(TrackRecord) }),
  status: 200,
  errors: ["validation_failed"],
});

export const frequentProceduresContract = contract({
  method: "GET",
  path: "/api/v1/frequent-procedures",
  summary: "The procedures that were followed most on incidents in the last six weeks",
  access: "viewer",
  input: z.object({}),
  output: z.object({ procedures: z.array(FrequentProcedure) }),
  status: 200,
  errors: [],
});
