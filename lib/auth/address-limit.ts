import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { addressGroup, clientAddress } from "./client-address";

/** Whether a request may still be seen to; forgets the address when the time is over, and writes it nowhere. */
export type AddressLimit = (request: Request) => Promise<boolean>;

/** At most `points` requests in `seconds` from each address, counted in this process alone. */
export function addressLimit(rule: { points: number; seconds: number }): AddressLimit {
  const limiter = new RateLimiterMemory({ points: rule.points, duration: rule.seconds });
  return async (request) => {
    const address = clientAddress((name) => request.headers.get(name), env().TRUSTED_PROXIES);
    return limiter.consume(addressGroup(address)).then(
      () => true,
      (refused: unknown) => {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      },
    );
  };
}
