type Init = { status: number; headers: Record<string, string> };

/**
 * A `Response` of a text that makes its stream only when somebody reads it as one. What is made with a stream, read or not, stays in
 * memory until all of the memory is gone through, with all of its text: of answers that go straight to the socket that was the most of
 * what there was to collect.
 */
class TextAnswer extends Response {
  readonly sent: string;
  #read: Response | undefined;

  constructor(text: string, init: Init) {
    super(null, init);
    this.sent = text;
  }

  get #response(): Response {
    this.#read ??= new Response(this.sent);
    return this.#read;
  }
  override get body() {
    return this.#response.body;
  }
  override get bodyUsed() {
    return this.#response.bodyUsed;
  }
  override text() {
    return this.#response.text();
  }
  override json() {
    return this.#response.json();
  }
  override arrayBuffer() {
    return this.#response.arrayBuffer();
  }
  override blob() {
    return this.#response.blob();
  }
  override clone() {
    if (this.bodyUsed) throw new TypeError("the body was read");
    return new TextAnswer(this.sent, { status: this.status, headers: Object.fromEntries(this.headers) });
  }
}

/** `Response.json`, whose text can be had without reading it back from the body. */
export const jsonAnswer = (value: unknown, { status, headers }: Init): Response =>
  new TextAnswer(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });

/** The text that an answer was made of; undefined for one that was made elsewhere. */
export const textOf = (answer: Response): string | undefined =>
  answer instanceof TextAnswer ? answer.sent : undefined;
