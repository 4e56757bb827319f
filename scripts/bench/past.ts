import type { Db } from "@/lib/db/client";

type Size = { incidents: number; entriesEach: number; largest: number };

const words =
  "redis postgres error timeout conexión conexiones pool agotado lento disco lleno memoria nodo reiniciado reinicio servicio pagos tarjetas cola mensaje mensajes réplica primario bloqueo consulta índice despliegue versión latencia tráfico balanceador certificado caducado dns red puerto cortafuegos api web trabajador tarea fallo recuperado estable vuelve subir bajar restored failing queue worker lock replica deploy rollback certificate expired gateway upstream retries connection refused".split(
    " ",
  );
const texts = [
  "asyncpg.exceptions.InvalidPasswordError en db-2.eu-west",
  "could not connect to server 10.0.0.12:5432",
  "E1234 /var/lib/postgresql/16/main",
  "ORA-00600 en el nodo a_b",
];

/** Incidents with timelines of made-up words, written by SQL: the common words in half of the entries, the rare ones in one of hundreds. */
export async function writePast(db: Db, { incidents, entriesEach, largest }: Size): Promise<void> {
  await db.$executeRaw`
    INSERT INTO incident (id, title, severity, status, services, declared_at, last_seq, updated_at, kind)
    SELECT gen_random_uuid(),
      (SELECT string_agg((${words}::text[])[1 + floor(power(random(), 2) * ${words.length})::int], ' ') FROM generate_series(1, 6 + n * 0)),
      ('SEV' || 1 + n % 4)::"Severity", (ARRAY['closed', 'resolved', 'investigating'])[1 + n % 3]::"IncidentStatus",
      ARRAY['svc-' || n % 40], now() - n * interval '1 hour', CASE WHEN n = 1 THEN ${largest}::int ELSE ${entriesEach}::int END, now(),
      (CASE WHEN n % 20 = 0 THEN 'drill' ELSE 'incident' END)::"IncidentKind"
    FROM generate_series(1, ${incidents}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO timeline_entry (id, incident_id, seq, changed_seq, kind, happened_at, recorded_at, actor_name, source, body)
    SELECT gen_random_uuid(), i.id, seq, seq, (ARRAY['note', 'evidence', 'decision', 'step'])[1 + seq % 4]::"EntryKind",
      i.declared_at + seq * interval '1 minute', i.declared_at + seq * interval '1 minute', 'banco', 'api',
      (SELECT string_agg((${words}::text[])[1 + floor(power(random(), 2) * ${words.length})::int], ' ') FROM generate_series(1, 8 + seq * 0))
      || ' nodo' || floor(random() * 5000)::int
      || CASE WHEN random() < 0.01 THEN ' ' || (${texts}::text[])[1 + floor(random() * ${texts.length})::int] ELSE '' END
    FROM incident i, generate_series(1, i.last_seq) AS seq`;
}
