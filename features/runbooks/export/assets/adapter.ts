import { type DocumentBundle, keptDocumentBundle, makeDocumentBundle } from "@/lib/server/document-bundle";

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraDocuments?: Promise<DocumentBundle> };

/** The style and scripts of documents: of the build that this process serves, else (development, command line) made now. */
export function documentBundle(): Promise<DocumentBundle> {
  const root = process.cwd();
  shared.bitacoraDocuments ??= process.env.BITACORA_BUILD ? keptDocumentBundle(root) : makeDocumentBundle(root);
  return shared.bitacoraDocuments;
}
