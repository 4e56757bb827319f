import { contract } from "@/lib/http/contract";
import { ChangedHandover, DecideHandover, OfferRole } from "./schema";

const handovers = "/api/v1/incidents/{key}/handovers" as const;

export const offerRoleContract = contract({
  method: "POST",
  path: handovers,
  summary: "Offer your role on an incident to somebody, with what they should know",
  access: "responder",
  input: OfferRole,
  output: ChangedHandover,
  status: { of: ({ entry }) => (entry.repeated ? 200 : 201), all: [200, 201] },
  errors: [
    "validation_failed",
    "not_found",
    "unknown_person",
    "not_role_holder",
    "handover_open",
    "invalid_transition",
    "incident_closed",
    "id_reused",
  ],
});

export const decideHandoverContract = contract({
  method: "POST",
  path: `${handovers}/{handoverId}`,
  summary: "Accept, decline or withdraw an offered role",
  access: "responder",
  input: DecideHandover,
  output: ChangedHandover,
  status: 200,
  errors: [
    "validation_failed",
    "forbidden",
    "not_found",
    "handover_settled",
    "reason_required",
    "incident_closed",
    "id_reused",
  ],
});

export const handoverContracts = [offerRoleContract, decideHandoverContract];
