import { attachToIncidentContract } from "@/features/incidents/attachments/api";
import { attachToIncident } from "@/features/incidents/attachments/attach/commands";
import { uploadEndpoint } from "@/lib/http/upload";

export const POST = uploadEndpoint(attachToIncidentContract, attachToIncident);
