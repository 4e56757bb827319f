export { run } from "@/features/runs/run";
