import type { ServerResponse } from "node:http";

/** Where the bytes of a stream go. */
export type Outlet = {
  write: (bytes: Uint8Array) => void;
  /** Bytes that the reader has not taken yet. */
  waiting: () => number;
  /** Resolves when the reader has taken some, or is gone. */
  taken: () => Promise<void>;
  end: () => void;
  /** Calls back when the reader leaves by itself. */
  whenGone: (gone: () => void) => void;
};

/** Bytes that an ended reader may still take; one that leaves more than this untaken is not going to. */
const lastGulp = 64 * 1024;

/** An outlet that is the answer of a node server. */
export function outletOfServer(response: ServerResponse): Outlet {
  return {
    write: (bytes) => void (response.destroyed || response.write(bytes)),
    waiting: () => response.writableLength,
    taken: () =>
      new Promise((resolve) => {
        const done = () => {
          response.off("drain", done);
          response.off("close", done);
          resolve();
        };
        response.on("drain", done);
        response.on("close", done);
      }),
    end: () => void (response.writableLength > lastGulp ? response.destroy() : response.end()),
    whenGone: (gone) => void response.once("close", gone),
  };
}

/** A response body; `begin` gets its outlet when somebody starts to read it. */
export function outletOfBody(begin: (outlet: Outlet) => void): ReadableStream<Uint8Array> {
  let wake = () => {};
  let gone = () => {};
  let asked: Promise<void> | undefined;
  let begun = false;
  const wait = () => {
    asked ??= new Promise((resolve) => {
      wake = () => {
        asked = undefined;
        resolve();
      };
    });
    return asked;
  };
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        wake();
        if (begun) return;
        begun = true;
        begin({
          write: (bytes) => controller.enqueue(bytes),
          waiting: () => -(controller.desiredSize ?? 0),
          taken: wait,
          end: () => {
            wake();
            try {
              controller.close();
            } catch {
              // The reader cancelled: it is closed already.
            }
          },
          whenGone: (callback) => {
            gone = callback;
          },
        });
      },
      cancel: () => {
        wake();
        gone();
      },
    },
    { highWaterMark: 0, size: (chunk) => chunk?.byteLength ?? 0 },
  );
}
