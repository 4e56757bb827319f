import type { RunbookPath } from "../artifact";
import { postMortemFolder } from "../post-mortem-matter";

/** `<service>/<file>`: plain names only. No dot first, no `..`, nothing that git or a file system reads as more than a name. */
const segment = /^(?!.*\.\.)(?!.*\.(?:git|lock)$)[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_])?$/i;
const newSegment = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const segmentsOf = (path: string) => path.split("/");

/** Whether `path` can name a runbook that exists: two plain names. */
export const isRunbookPath = (path: string): path is RunbookPath =>
  segmentsOf(path).length === 2 && segmentsOf(path).every((name) => segment.test(name));

/** Whether a new runbook may take `path`: two kebab-case names of at most 80 characters. */
export const isNewRunbookPath = (path: string): path is RunbookPath =>
  isRunbookPath(path) && segmentsOf(path).every((name) => newSegment.test(name) && name.length <= 80);

/** A file inside the content folder, e.g. `runbooks/api/emergencias.mdx`. */
export type ContentFile =
  | `runbooks/${string}.md`
  | `runbooks/${string}.mdx`
  | `postmortems/${string}.mdx`
  | "glossary.txt";

/** Whether `path` can name a post-mortem: `postmortems/<file>`. */
export const isPostMortemPath = (path: string): path is `postmortems/${string}` =>
  isRunbookPath(path) && path.startsWith(`${postMortemFolder}/`);

/** Where a post-mortem lies. */
export const postMortemFile = (path: `postmortems/${string}`): ContentFile => `${path}.mdx`;

const unsafePart = /^[.]|^git~\d|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\\/\u2028\u2029]|^$/iu;
const unportablePart = /[<>:"|?*]|[. ]$|^ |\.lock$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/**
 * Whether a commit of ours may touch the file of this path below the content folder: a runbook, a post-mortem, or what
 * lies beside one; or the glossary. Nothing hidden, no way out, nothing that some file system reads as `.git`, nothing unseen in it.
 */
export const isContentPath = (path: string): boolean =>
  /^(?:(?:runbooks|postmortems)\/.|glossary\.txt$)/.test(path) &&
  bytesOf(path) <= 500 &&
  segmentsOf(path).length <= 8 &&
  segmentsOf(path).every((part) => !unsafePart.test(part) && bytesOf(part) <= 200);

/** Whether a new file may take the path: every common file system can keep that name, and gives it back as it was. */
export const isPortablePath = (path: string): boolean =>
  isContentPath(path) && path === path.normalize("NFC") && !segmentsOf(path).some((part) => unportablePart.test(part));

/** Where a runbook's text may lie, the usual place first. */
export const contentFiles = (path: RunbookPath): [ContentFile, ContentFile] => [
  `runbooks/${path}.mdx`,
  `runbooks/${path}.md`,
];

export const formatOf = (file: ContentFile): "mdx" | "md" => (file.endsWith(".mdx") ? "mdx" : "md");

/** An object name of git: SHA-1 or SHA-256 in hex (gitglossary, "object name"). */
export const isObjectId = (id: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id);
