import { openApi } from "@/lib/http/openapi";
import en from "@/messages/en.json";
import project from "@/package.json";
import { contracts } from "../v1/contracts";

const document = openApi(
  contracts,
  { title: "Bitácora", version: project.version, description: "Runbooks, incidents, their timelines and guided runs." },
  en.errors,
);

export function GET() {
  return Response.json(document, { headers: { "cache-control": "no-cache" } });
}
