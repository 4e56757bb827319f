import { declareIncident } from "@/features/incidents/declare/commands";
import { DeclareIncident } from "@/features/incidents/schema";
import type { Ctx } from "@/lib/context";

/** An incident declared by `ctx`, SEV2 on one service unless told otherwise. */
export const buildIncident = (ctx: Ctx, overrides: Record<string, unknown> = {}) =>
  declareIncident(
    ctx,
    DeclareIncident.parse({
      title: "La API no responde",
      severity: "SEV2",
      services: ["pagos"],
      ...overrides,
    }),
  );
