import autocannon from "autocannon";
import pg from "pg";

/** Requests at a time, and seconds a measurement lasts. */
export const load = { connections: 32, seconds: 5 };

type Request = Pick<autocannon.Options, "method" | "headers" | "body">;

/** Requests a second, and how long the median and the slowest hundredth took, in ms. */
export type Served = { rate: number; p50: number; p99: number };

/** The first second, which finds caches cold, does not count. @throws Error when any answer is no success */
export async function requestsPerSecond(url: string, request: Request = {}): Promise<Served> {
  const options = { url, connections: load.connections, ...request };
  await autocannon({ ...options, duration: 1 });
  const result = await autocannon({ ...options, duration: load.seconds });
  if (result.non2xx || result.errors) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { rate: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

/** Rows a second of single-row INSERTs, committed one by one, into a table like a timeline's, from as many connections. */
export async function rawInsertRate(databaseUrl: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: load.connections });
  await pool.query("CREATE TABLE bench_entry (id bigserial PRIMARY KEY, at timestamptz NOT NULL, body text NOT NULL)");
  try {
    const until = performance.now() + load.seconds * 1_000;
    let rows = 0;
    const write = async () => {
      for (; performance.now() < until; rows++) {
        await pool.query("INSERT INTO bench_entry (at, body) VALUES (now(), $1)", ["reinicié db-2"]);
      }
    };
    await Promise.all(Array.from({ length: load.connections }, write));
    return rows / load.seconds;
  } finally {
    await pool.query("DROP TABLE bench_entry");
    await pool.end();
  }
}
