export { loadRunbook as GET } from "@/features/runbooks/loaders";
