import { encodeQR } from "qr";

/** White around the code, in modules: what a reader may rely on (ISO/IEC 18004, 6.3.8). */
const quiet = 4;

/**
 * A QR code as SVG: one path, no style, so that it stands in a document under a strict policy and prints sharp.
 * @param label what it is, for who does not see it; escaped here
 */
export function qrSvg(text: string, label: string): string {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: quiet });
  const size = modules.length;
  const path = modules.map(rowPath).join("");
  const name = label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg class="qr" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

/** Runs of dark modules of a row, each as one rectangle. */
function rowPath(row: boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    const width = x - start + 1;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
