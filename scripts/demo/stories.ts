import { patchIncident } from "@/features/incidents/facts/commands";
import { addFollowUp } from "@/features/incidents/follow-ups/commands";
import { PatchIncident } from "@/features/incidents/schema";
import type { Narrator } from "./narrator";

type Story = {
  title: string;
  startedMinutesAgo: number;
  /** @returns whether anything was told: false when an earlier run of the demonstration did */
  tell: (narrator: Narrator) => Promise<boolean>;
};

/** Active: two attempts failed, the third is under way. */
export const outage: Story = {
  title: "API no responde (HTTP 5xx > 10%)",
  startedMinutesAgo: 14,
  async tell(narrator) {
    const key = await narrator.declare("0d3e0000-0000-7000-8000-000000000001", {
      title: this.title,
      severity: "SEV1",
      services: ["agente-hotelero-api"],
      summary: "Grafana muestra error_rate > 10% desde la última media hora.",
      runbook: "agente-hotelero-api/emergencias",
      procedure: "api-no-responde",
    });
    if (!key) return false;
    await narrator.wait(0.5).take(key, "lead", "lead");
    await narrator.wait(0.5).take(key, "operations", "oncall");
    await narrator.say(key, "-6m Primera alerta: solicitudes devuelven 500 Internal Server Error");
    const run = await narrator.wait(1).start("agente-hotelero-api/emergencias", "api-no-responde", key);
    await narrator.step(run, "api-logs", "complete", 1, {
      evidence: "ERROR asyncpg.exceptions.ConnectionDoesNotExistError",
    });
    await narrator.step(run, "api-dependencias", "complete", 0.5, { evidence: '{"database": "down", "redis": "up"}' });
    await narrator.step(run, "api-recursos", "complete", 0.4);
    await narrator.move(key, "mitigating");
    await narrator.step(run, "restart-api", "fail", 1.5, { note: "Sigue devolviendo 500 tras el reinicio" });
    await narrator.step(run, "logs-para-causas", "complete", 1.2);
    await narrator.step(run, "causa-en-los-logs", "choose", 0.2, { option: "Si es database" });
    await narrator.say(
      key,
      "/update Identificada la base de datos como causa probable; reiniciamos dependencias",
      "lead",
    );
    return true;
  },
};

/** Active and calmer: a queue that does not drain. */
export const queue: Story = {
  title: "Cola de mensajes crece y no drena",
  startedMinutesAgo: 52,
  async tell(narrator) {
    const key = await narrator.declare("0d3e0000-0000-7000-8000-000000000002", {
      title: this.title,
      severity: "SEV3",
      services: ["whatsapp-chatbot"],
    });
    if (!key) return false;
    await narrator.wait(2).take(key, "lead", "oncall");
    await narrator.tickAll(key);
    const run = await narrator.wait(1).start("whatsapp-chatbot/mensajeria", "cola-no-drena", key);
    const [first] = run.steps;
    if (first)
      await narrator.step(run, first.id, "complete", 3, { evidence: "worker-web  | sesión de WhatsApp Web cerrada" });
    await narrator.move(key, "identified");
    await narrator.wait(4).say(key, "/decision Reiniciar worker-web: la sesión está rota");
    return true;
  },
};

/** Closed, with its cause and what follows from it. */
export const loginFailure: Story = {
  title: "401 en endpoints protegidos",
  startedMinutesAgo: 26 * 60,
  async tell(narrator) {
    const key = await narrator.declare("0d3e0000-0000-7000-8000-000000000003", {
      title: this.title,
      severity: "SEV2",
      services: ["whatsapp-chatbot"],
    });
    if (!key) return false;
    await narrator.wait(1).take(key, "lead", "lead");
    await narrator.tickAll(key);
    const run = await narrator.wait(1).start("whatsapp-chatbot/autenticacion", "endpoints-401", key);
    await narrator.step(run, "arbol-de-decision", "complete", 1);
    await narrator.step(run, "falla-solo-un-usuario", "choose", 1, { option: "No" });
    await narrator.step(run, "revisar-jwt-secret", "complete", 4, { note: "worker-web usa otro JWT_SECRET" });
    await narrator.step(run, "consultar-auth-me", "complete", 2, { evidence: "HTTP/1.1 200 OK" });
    await narrator.step(run, "confirmar-mismo-jwt-secret", "complete", 3);
    for (const to of ["mitigating", "monitoring"] as const) await narrator.wait(2).move(key, to);
    await narrator.wait(45).move(key, "resolved");
    await narrator.tickAll(key);
    const rootCause = "Los servicios no usaban el mismo JWT_SECRET.";
    await patchIncident(narrator.ctx("lead"), PatchIncident.parse({ key, rootCause }));
    await addFollowUp(narrator.ctx("lead"), {
      key,
      title: "Comprobar JWT_SECRET al arrancar cada servicio",
      dueOn: day(narrator, 14),
    });
    await narrator.wait(5).move(key, "closed");
    return true;
  },
};

/** Being watched after the first change that helped. */
export const slowCache: Story = {
  title: "Cache Redis lleno",
  startedMinutesAgo: 190,
  async tell(narrator) {
    const key = await narrator.declare("0d3e0000-0000-7000-8000-000000000004", {
      title: this.title,
      severity: "SEV3",
      services: ["preventia-news"],
    });
    if (!key) return false;
    await narrator.wait(3).take(key, "lead", "oncall");
    const run = await narrator.start("preventia-news/performance-especificos", "cache-redis-lleno", key);
    await narrator.step(run, "verificar-maxmemory", "complete", 2, { evidence: "maxmemory\n268435456" });
    await narrator.step(run, "estadisticas-redis", "complete", 2);
    await narrator.step(run, "limpiar-cache-redis", "skip", 1, {
      note: "Vaciar la caché dispararía la latencia en hora punta",
    });
    await narrator.step(run, "ajustar-eviction", "complete", 3);
    for (const to of ["mitigating", "monitoring"] as const) await narrator.wait(1).move(key, to);
    return true;
  },
};

/** A drill of its own. */
export const rehearsal: Story = {
  title: "Simulacro: Redis no responde",
  startedMinutesAgo: 3 * 24 * 60,
  async tell(narrator) {
    const id = "0d3e0000-0000-7000-8000-000000000005";
    const run = await narrator.start("whatsapp-chatbot/servicios-y-datos", "redis-no-responde", undefined, id);
    if (run.repeated) return false;
    await narrator.step(run, "redis-ping", "fail", 1, {
      evidence: "Could not connect to Redis at redis:6379: Connection refused",
    });
    await narrator.step(run, "validar-contrasena", "complete", 2);
    await narrator.step(run, "reiniciar-redis", "complete", 3, { evidence: "PONG" });
    return true;
  },
};

const day = (narrator: Narrator, ahead: number) =>
  new Date(narrator.ctx().now().getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
