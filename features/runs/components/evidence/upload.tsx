import type { ApiResult } from "@/lib/http/client";

/**
 * Sends a file and tells how much of it has left. Never throws: what went wrong is in the result.
 * @param onProgress share of the bytes sent, 0 to 1
 */
export function upload<T>(path: string, file: Blob, onProgress: (share: number) => void): Promise<ApiResult<T>> {
  return new Promise((done) => {
    // `fetch` cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    const lost = () => done({ ok: false, code: "offline", title: "", details: {} });
    request.onerror = lost;
    request.onabort = lost;
    request.ontimeout = lost;
    request.onload = () => {
      const { status, response } = request;
      if (status >= 200 && status < 300) return done({ ok: true, status, value: response as T });
      const { code = "internal", title = "", details = {} } = (response ?? {}) as Partial<Failure>;
      done({ ok: false, code, title, details });
    };
    request.send(file);
  });
}

type Failure = Extract<ApiResult<never>, { ok: false }>;
