import { forbidden, notFound, redirect } from "next/navigation";
import { isAppError } from "@/lib/errors/app-error";

/**
 * Runs what a page loads and answers a refusal as a page does: nobody is led to the sign-in page and back to `path`, somebody
 * without the role sees who can let them in (403), hidden and missing things are not found (404). Other errors pass.
 */
export async function admitted<T>(path: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.status === 401) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
    if (error.status === 403) forbidden();
    if (error.status === 404) notFound();
    throw error;
  }
}
