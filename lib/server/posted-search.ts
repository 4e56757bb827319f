import type { IncomingMessage, ServerResponse } from "node:http";
import { withPostedText } from "@/lib/http/posted-text";

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Longest query that goes into an address, in characters. */
const addressLimit = 4_000;

/**
 * The search page as the answer to a form: a short query is led to its address, and a text of several lines is answered at once,
 * so that what was pasted is in no address, no history and no log. Next's pages know no bodies; the text goes beside the request
 * (`lib/http/posted-text.ts`) and is kept nowhere.
 */
export function postedSearch(pages: Pages): Pages {
  return async (request, response) => {
    if (!isSearchForm(request)) return pages(request, response);
    const text = (new URLSearchParams(await bodyOf(request)).get("q") ?? "").replace(/\r\n?/g, "\n");
    const line = text.trim();
    if (line.length <= addressLimit && !line.includes("\n")) {
      const location = line === "" ? "/search" : `/search?${new URLSearchParams({ q: line })}`;
      response.writeHead(303, { location, "cache-control": "no-store" }).end();
      return;
    }
    request.method = "GET";
    for (const name of ["content-type", "content-length", "transfer-encoding"]) delete request.headers[name];
    return withPostedText(text, () => pages(request, response));
  };
}

const isSearchForm = ({ method, url = "", headers }: IncomingMessage): boolean =>
  method === "POST" &&
  /^\/search(?:\?|$)/.test(url) &&
  /^application\/x-www-form-urlencoded\b/i.test(headers["content-type"] ?? "");

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
