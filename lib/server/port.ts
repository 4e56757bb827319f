import net from "node:net";
import { sentence } from "./say";
import { StartError } from "./start-error";

/**
 * Sees that the portal will be able to listen, before anything slow is done.
 * @throws StartError naming the port and the way out
 */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => reject(portError(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** What to tell the person when listening failed. */
export function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const values = { host, port: String(port), other: String(port < 65_535 ? port + 1 : 3000) };
  if (error.code === "EADDRINUSE") return new StartError(sentence("portTaken", values));
  if (error.code === "EACCES") return new StartError(sentence("portForbidden", { ...values, other: "3000" }));
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new StartError(sentence("hostUnknown", values));
  }
  return error;
}
