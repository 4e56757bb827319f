import { redirect } from "next/navigation";
import { loadAdministration } from "@/features/identity/loaders";

export default async function AdminPage() {
  await loadAdministration();
  redirect("/admin/people");
}
