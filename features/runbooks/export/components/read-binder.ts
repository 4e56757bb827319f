type Read = { ok: true; file: Blob } | { ok: false; title: string | null };

const mark = new TextEncoder().encode("<article ");

/** Reads a binder as it is made. @param tell called with how many of its runbooks have arrived */
export async function readBinder(
  href: string,
  signal: AbortSignal,
  tell: (done: number, total: number) => void,
): Promise<Read> {
  const response = await fetch(href, { signal });
  if (!response.ok || !response.body) {
    const problem = (await response.json().catch(() => null)) as { title?: string } | null;
    return { ok: false, title: problem?.title ?? null };
  }
  const total = Number(response.headers.get("x-runbooks")) || 0;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const count = counter(mark);
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    tell(Math.min(count(part.value), total), total);
  }
  return { ok: true, file: new Blob(parts, { type: "text/html" }) };
}

/** Counts a sequence of bytes in what comes in pieces, also where it is cut by the end of one. */
export function counter(sequence: Uint8Array): (piece: Uint8Array) => number {
  let matched = 0;
  let found = 0;
  return (piece) => {
    for (const byte of piece) {
      matched = byte === sequence[matched] ? matched + 1 : byte === sequence[0] ? 1 : 0;
      if (matched < sequence.length) continue;
      found += 1;
      matched = 0;
    }
    return found;
  };
}
