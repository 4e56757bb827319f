import { contract } from "@/lib/http/contract";
import { AskPageParts, PageParts } from "./schema";

export const pagePartsContract = contract({
  method: "GET",
  path: "/api/v1/page-parts",
  summary: "What a runbook's page shows to whoever asks and to nobody else: who they are, what they may do, what waits",
  access: "read",
  input: AskPageParts,
  output: PageParts,
  status: 200,
  errors: ["unauthenticated", "validation_failed"],
});
