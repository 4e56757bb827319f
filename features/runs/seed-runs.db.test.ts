import { expect } from "vitest";
import { keyOf } from "@/features/incidents/key";
import type { Ctx } from "@/lib/context";
import { test } from "@/test/database";
import { buildIncident } from "@/test/incident";
import { timelinePage } from "@/test/timeline-page";
import { endRun } from "./ending/commands";
import type { RunStatus, StepEvent } from "./machine";
import { getRun } from "./queries";
import { startRun } from "./start/commands";
import { actOnStep } from "./steps/commands";

type Play = {
  name: string;
  runbook: string;
  procedure: string;
  /** `event step words…`, with `+30s` to let time pass, and `end outcome words…`. */
  actions: string[];
  ends: RunStatus;
};

const plays: Play[] = [
  {
    name: "api-no-responde-recuperada-al-tercer-intento",
    runbook: "agente-hotelero-api/emergencias",
    procedure: "api-no-responde",
    actions: [
      "start api-logs",
      "+15s",
      "complete api-logs evidence: ConnectionRefusedError: postgres:5432",
      "complete api-dependencias",
      "complete api-recursos sin picos de memoria",
      "start restart-api",
      "+42s",
      'fail restart-api evidence: {"status": "unhealthy"}',
      "start logs-para-causas",
      "+60s",
      "complete logs-para-causas",
      "choose causa-en-los-logs Si es database",
      "start reiniciar-dependencias",
      "+90s",
      "fail reiniciar-dependencias sigue sin responder",
      "start reiniciar-todo",
      "+100s",
      "complete reiniciar-todo evidence: ✅ READY",
    ],
    ends: "recovered",
  },
  {
    name: "api-no-responde-escalada",
    runbook: "agente-hotelero-api/emergencias",
    procedure: "api-no-responde",
    actions: [
      "fail restart-api",
      "complete logs-para-causas",
      "skip causa-en-los-logs no se distingue",
      "fail reiniciar-dependencias",
      "fail reiniciar-todo",
      "end escalated Backend avisado por teléfono",
    ],
    ends: "escalated",
  },
  {
    name: "postgres-borrado-confirmado",
    runbook: "agente-hotelero-api/emergencias",
    procedure: "postgres-no-accesible",
    actions: [
      "complete postgres-logs evidence: No space left on device",
      "fail reiniciar-postgres",
      "complete espacio-en-disco evidence: /dev/sda1 100%",
      "start borrar-logs-antiguos confirm: tabla logs de agente_db",
      "complete borrar-logs-antiguos",
      "complete recuperacion-automatica",
      "skip revisar-backup ya hay espacio",
      "skip restaurar-backup no hizo falta",
      "end recovered SELECT 1 responde",
    ],
    ends: "recovered",
  },
  {
    name: "endpoints-401-un-usuario",
    runbook: "whatsapp-chatbot/autenticacion",
    procedure: "endpoints-401",
    actions: [
      "choose falla-solo-un-usuario Sí",
      "complete revisar-credenciales token caducado ayer",
      "complete consultar-auth-me evidence: HTTP/1.1 200 OK",
      "skip confirmar-mismo-jwt-secret no falla",
    ],
    ends: "completed",
  },
  {
    name: "endpoints-401-todos",
    runbook: "whatsapp-chatbot/autenticacion",
    procedure: "endpoints-401",
    actions: [
      "complete arbol-de-decision",
      "choose falla-solo-un-usuario No",
      "complete revisar-jwt-secret reloj en hora",
      "fail consultar-auth-me evidence: HTTP/1.1 401 Unauthorized",
      "complete confirmar-mismo-jwt-secret el servicio de métricas tenía otro",
    ],
    ends: "completed",
  },
  {
    name: "comando-de-emergencia-opcion-b",
    runbook: "agente-hotelero-api/respuesta-rapida",
    procedure: "comando-de-emergencia",
    actions: ["choose tipo-de-problema Servicio caído completamente", "complete opcion-b"],
    ends: "completed",
  },
  {
    name: "comando-de-emergencia-cambia-de-opcion",
    runbook: "agente-hotelero-api/respuesta-rapida",
    procedure: "comando-de-emergencia",
    actions: [
      "choose tipo-de-problema Servicio respondiendo lentamente",
      "start opcion-a",
      "reopen tipo-de-problema está caído del todo",
      "choose tipo-de-problema Servicio caído completamente",
      "fail opcion-a no devuelve nada",
      "complete opcion-b",
      "end recovered responde tras el reinicio",
    ],
    ends: "recovered",
  },
  {
    name: "latencia-por-redis",
    runbook: "agente-hotelero-api/rendimiento",
    procedure: "p95-latency",
    actions: [
      ...["operacion-lenta", "top-operaciones-lentas", "traces-en-jaeger"].map((id) => `complete ${id}`),
      "choose database-o-redis Si es Redis",
      "complete tamano-de-cache evidence: used_memory_human:998M",
      "complete aumentar-max-memory",
      "complete politica-de-eviccion",
    ],
    ends: "completed",
  },
  {
    name: "rollback-verificado",
    runbook: "qaframework-railway/rollback-y-recovery",
    procedure: "rollback-rapido",
    actions: [
      "complete ver-deployments-previos",
      "complete rollback-al-anterior",
      "skip rollback-a-especifico bastó el anterior",
      "complete verificar-rollback evidence: Application startup complete",
    ],
    ends: "recovered",
  },
  {
    name: "escalacion-completa",
    runbook: "agente-hotelero-api/escalacion-y-recuperacion",
    procedure: "escalacion",
    actions: [
      "complete documentar-estado",
      "complete commits-recientes",
      "complete ultimo-commit-estable",
      "complete contactar-equipo All hands on deck",
    ],
    ends: "escalated",
  },
];

test.for(plays)("$name ends $ends", async (play, { as, clock }) => {
  const ctx = await as("responder", "Ana Gómez");
  const { number } = await buildIncident(ctx, { title: play.name });
  const key = keyOf(number);
  const { id: runId } = await startRun(ctx, { key, runbook: play.runbook, procedure: play.procedure });
  for (const action of play.actions) {
    const wait = /^\+(\d+)s$/.exec(action);
    if (wait) clock.advance(Number(wait[1]));
    else await perform(ctx, runId, action);
  }
  expect((await getRun(ctx, { runId })).status).toBe(play.ends);
  await expect(await timelinePage(ctx, { key, runId }, `${play.name}: ${play.ends}`)).toMatchFileSnapshot(
    `../../test/timelines/${play.name}.md`,
  );
});

async function perform(ctx: Ctx, runId: string, action: string): Promise<void> {
  const [event = "", target = "", ...rest] = action.split(" ");
  const words = rest.join(" ");
  if (event === "end") {
    await endRun(ctx, { runId, outcome: target as "recovered", reason: words });
    return;
  }
  const { steps } = await getRun(ctx, { runId });
  const said = /^(evidence|confirm): (.*)$/.exec(words);
  const field = said?.[1] ?? (event === "choose" ? "option" : "note");
  await actOnStep(ctx, {
    runId,
    stepId: target,
    event: event as StepEvent,
    expectedVersion: steps.find(({ id }) => id === target)?.version ?? 0,
    ...(words ? { [field]: said?.[2] ?? words } : {}),
  });
}
