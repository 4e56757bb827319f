type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** Longest text that is taken, in bytes; the contract's own limit, in characters, comes after. */
const textLimit = 4_000_000;

/**
 * Lets an endpoint take `text/plain` too, as the one field of that name, so that a command's output can be piped into `curl`
 * without being made JSON first. Its other fields come in the query.
 */
export function takingText<Context>(field: string, handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    if (!/^text\/plain\b/i.test(request.headers.get("content-type") ?? "")) return handler(request, context);
    const { method, signal } = request;
    const announced = Number(request.headers.get("content-length") ?? 0);
    const headers = new Headers(request.headers);
    headers.set("content-type", "application/json");
    headers.delete("content-length");
    // What is too long is refused by the endpoint, in its words.
    const text = announced > textLimit ? "" : await request.text();
    const body = announced > textLimit ? request.body : JSON.stringify({ [field]: text });
    return handler(new Request(request.url, { method, headers, signal, body, duplex: "half" } as RequestInit), context);
  };
}
