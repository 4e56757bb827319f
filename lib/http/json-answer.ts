const texts = new WeakMap<Response, string>();

/** `Response.json`, whose text can be had without reading it back from the body. */
export function jsonAnswer(value: unknown, { status, headers }: { status: number; headers: Record<string, string> }) {
  const text = JSON.stringify(value);
  const answer = new Response(text, { status, headers: { "content-type": "application/json", ...headers } });
  texts.set(answer, text);
  return answer;
}

/** The text that an answer was made of; undefined for one that was made elsewhere. */
export const textOf = (answer: Response): string | undefined => texts.get(answer);
