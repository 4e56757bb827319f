import { listRunbooks } from "@/features/runbooks/queries";

export default listRunbooks;
