import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

export type Address = { address: string; family: 4 | 6 };

// IANA's special-purpose registries (RFC 6890 and its successors): nothing there is on the public internet.
const v4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
// Those that carry an IPv4 address inside (NAT64, 6to4, Teredo) could lead to any of the above.
const v6 = [
  ["::", 127],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const;

const closed = new BlockList();
for (const [net, bits] of v4) closed.addSubnet(net, bits, "ipv4");
for (const [net, bits] of v6) closed.addSubnet(net, bits, "ipv6");

/** Whether an IP address lies where only this machine or its network reaches; what is no address counts as such. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return closed.check(address, family === 6 ? "ipv6" : "ipv4"); // an IPv4 address in IPv6's clothes is looked at as what it is
}

/**
 * Where a host lies: every address that its name has.
 * @param host of a URL, with brackets around IPv6
 * @throws what the resolver says
 */
export async function addressesOf(host: string): Promise<Address[]> {
  const found = await lookup(host.replace(/^\[|\]$/g, ""), { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
