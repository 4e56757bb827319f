import pg from "pg";

/** How long a big incident is. */
export const manyEntries = 20_000;

const kinds = ["note", "note", "evidence", "note", "decision"];

/**
 * Gives an incident that many more entries, three seconds apart up to now, in one statement. Every fiftieth was written down ten
 * minutes late; text and kind go by the number: entry 100 says "entrada número 100".
 */
export async function fillTimeline(databaseUrl: string, key: string, entries = manyEntries): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `WITH filled AS (
         UPDATE incident SET last_seq = last_seq + $2::int, impact_started_at = now() - $2::int * interval '3 seconds'
         WHERE number = $1::int RETURNING id, last_seq - $2::int AS before
       )
       INSERT INTO timeline_entry (id, incident_id, seq, changed_seq, kind, happened_at, recorded_at, actor_name, source, body)
       SELECT gen_random_uuid(), id, before + n, before + n, ($3::text[])[1 + n % 5]::"EntryKind",
         now() - ($2::int - n) * interval '3 seconds' - CASE WHEN n % 50 = 0 THEN interval '10 minutes' ELSE interval '0' END,
         now() - ($2::int - n) * interval '3 seconds', CASE WHEN n % 3 = 0 THEN 'Ana Gómez' ELSE 'Luis Peña' END, 'api',
         'entrada número ' || before + n || CASE WHEN n % 7 = 0 THEN E'\\n\\ncon **más** de una línea de \`texto\`' ELSE '' END
       FROM filled, generate_series(1, $2::int) AS n`,
      [Number(key.replace(/\D/g, "")), entries, kinds],
    );
    await client.query("ANALYZE timeline_entry");
  } finally {
    await client.end();
  }
}
