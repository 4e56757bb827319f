import { describe, expect, test } from "vitest";
import { addressGroup, clientAddress } from "./client-address";

const headers = (fields: Record<string, string>) => (name: string) => fields[name];
const forged = headers({ "x-bitacora-peer": "203.0.113.9", "x-forwarded-for": "10.0.0.1, 198.51.100.7, 192.0.2.1" });

describe("clientAddress", () => {
  test("believes no forwarded address when there is no proxy", () => {
    expect(clientAddress(forged, 0)).toBe("203.0.113.9");
  });

  test.each([
    [1, "192.0.2.1"],
    [2, "198.51.100.7"],
  ])("with %i proxies in front takes what the outermost one of ours saw", (proxies, expected) => {
    expect(clientAddress(forged, proxies)).toBe(expected);
  });

  test("is the peer when the chain is shorter than the proxies that should have written it", () => {
    expect(clientAddress(headers({ "x-bitacora-peer": "203.0.113.9", "x-forwarded-for": "6.6.6.6" }), 2)).toBe(
      "203.0.113.9",
    );
  });

  test("reads an IPv4 address out of its IPv6 dress", () => {
    expect(clientAddress(headers({ "x-bitacora-peer": "::ffff:127.0.0.1" }), 0)).toBe("127.0.0.1");
  });

  test("is unknown when nobody says", () => {
    expect(clientAddress(headers({}), 0)).toBe("unknown");
  });
});

describe("addressGroup", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0db8:0001:0002::", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s counts as %s", (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
