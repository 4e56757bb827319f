export { loadRunbook } from "@/features/runbooks/loaders";
