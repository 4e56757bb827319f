import { contract } from "@/lib/http/contract";
import { MarkRead, ReadMarkView } from "./schema";

export const markReadContract = contract({
  method: "PUT",
  path: "/api/v1/incidents/{key}/read-mark",
  summary: "Remember how far the caller has read a timeline; the mark never goes back",
  access: "viewer",
  input: MarkRead,
  output: ReadMarkView,
  status: 200,
  errors: ["validation_failed", "not_found"],
});
