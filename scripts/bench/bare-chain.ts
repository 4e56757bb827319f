// The least that makes a durable line and shows it to everybody: POST → INSERT + NOTIFY → LISTEN → server-sent events.
// A process of its own, as the portal is one. Prints its address when it serves; its parent ends it.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

const connectionString = process.argv[2] ?? "";
const pool = new pg.Pool({ connectionString, max: 4 });
const listener = new pg.Client({ connectionString });
const readers = new Set<ServerResponse>();

await pool.query("CREATE TABLE IF NOT EXISTS bench_chain (id bigserial PRIMARY KEY, body text NOT NULL)");
await listener.connect();
await listener.query("LISTEN bench_chain");
listener.on("notification", ({ payload }) => {
  for (const reader of readers) reader.write(`data: ${payload}\n\n`);
});

const server = createServer(async (request, response) => {
  if (request.method !== "POST") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" });
    response.flushHeaders();
    readers.add(response);
    response.once("close", () => readers.delete(response));
    return;
  }
  let body = "";
  for await (const chunk of request) body += chunk;
  await pool.query(
    "WITH written AS (INSERT INTO bench_chain (body) VALUES ($1) RETURNING body) SELECT pg_notify('bench_chain', body) FROM written",
    [body],
  );
  response.writeHead(201).end();
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
