export { incident } from "@/features/incidents/incident";
