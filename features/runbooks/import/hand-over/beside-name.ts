import { kebab } from "../../schema";

/** The name of a file beside a runbook, below the folder of the runbooks, as git and every file system take it; null for none. */
export function besideName(file: string): string | null {
  const parts = file.split("/").map((part) =>
    part
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}._-]+/gu, "-")
      .replace(/^[.-]+|[.-]+$/g, ""),
  );
  const [service = ""] = parts;
  if (parts.length < 2 || parts.length > 8 || parts.some((part) => part === "" || part.length > 80)) return null;
  if (!kebab.test(service) || parts.some((part) => /\.(?:git|lock|mdx?)$/i.test(part))) return null;
  return parts.join("/");
}

/** `img/panel.png`, `img/panel-2.png`, … */
export const withNumber = (name: string, number: number): string =>
  number === 1 ? name : name.replace(/(\.[^./]+)?$/, `-${number}$1`);
