import { exportJsonSchema } from "@/features/records/json-schema";

const schema = exportJsonSchema();

/** The format of an exported incident. It holds nothing of anybody. */
export function GET() {
  return Response.json(schema, {
    headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=3600" },
  });
}
