import { isIPv6 } from "node:net";

/** Header in which the server in front of Next says who opened the connection; it overwrites whatever a client sent. */
export const peerHeader = "x-bitacora-peer";

/**
 * Address of the client. `x-forwarded-for` is the client's to forge: only what our own proxies appended counts, which is the
 * `trustedProxies`-th entry from the right. Without proxies, and when the chain is shorter than said, it is the peer.
 * @returns an IP address, or `unknown`
 */
export function clientAddress(header: (name: string) => string | null | undefined, trustedProxies: number): string {
  const chain = (header("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const told = trustedProxies > 0 ? chain.at(-trustedProxies) : undefined;
  return plain(told ?? header(peerHeader) ?? "unknown");
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();

/** What is counted together: an IPv4 address, or the /64 of an IPv6 one, which a single customer has to spend. */
export function addressGroup(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
