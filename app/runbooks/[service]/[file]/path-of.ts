/** The parameters of every page of a runbook, as Next hands them over. */
export type RunbookParams = Promise<{ service: string; file: string }>;

/** `<service>/<file>` of an address. */
export async function pathOf(params: RunbookParams): Promise<string> {
  const { service, file } = await params;
  return `${decodeURIComponent(service)}/${decodeURIComponent(file)}`;
}
