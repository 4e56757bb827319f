import net from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkPort } from "./port";

function occupiedPort(): Promise<number> {
  const server = net.createServer();
  onTestFinished(() => void server.close());
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as net.AddressInfo).port)),
  );
}

test("a taken port is named, with the way out", async () => {
  const port = await occupiedPort();
  await expect(checkPort("127.0.0.1", port)).rejects.toThrow(new RegExp(`${port}.*PORT=${port + 1} npm start`));
});

test("a free port is left free", async () => {
  await expect(checkPort("127.0.0.1", 0)).resolves.toBeUndefined();
});

test("an address of another machine is refused in words", async () => {
  await expect(checkPort("192.0.2.1", 0)).rejects.toThrow(/192\.0\.2\.1.*HOST=127\.0\.0\.1/);
});
