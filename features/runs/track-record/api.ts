import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { TrackRecord, TrackRecordsOf } from "./schema";

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
