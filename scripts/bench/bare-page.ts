import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const html = `<!doctype html><title>bare</title><h2 id="run-step">0</h2><script>
const next = () => { const h = document.querySelector("#run-step"); h.textContent = Number(h.textContent) + 1; };
addEventListener("keydown", ({ key }) => {
  if (key === "j") next();
  if (key === "p") fetch("/", { method: "POST" }).then((answer) => answer.text()).then(next);
});
</script>`;

/** The least that does the same: a heading that a key changes at once (j), or after a round trip to a server (p). */
export async function barePage(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
