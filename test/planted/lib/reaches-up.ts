export { plan } from "@/features/runbooks/plan";
