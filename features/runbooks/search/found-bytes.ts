import type { Found } from "./find-in";

/**
 * What was found as JSON in UTF-8. It goes from thread to thread without being copied, and is kept outside of the heap: the objects of the
 * last answers were most of what outlived a collection, and was copied by it.
 */
export type FoundBytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const packFound = (found: Found): FoundBytes => encoder.encode(JSON.stringify(found));
export const unpackFound = (bytes: FoundBytes): Found => JSON.parse(decoder.decode(bytes)) as Found;
