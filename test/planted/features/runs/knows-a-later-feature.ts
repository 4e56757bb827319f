export { record } from "@/features/records/record";
