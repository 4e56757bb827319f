// Where a search thread begins: `--import tsx` reaches the main thread only.
import { register } from "tsx/esm/api";

register();
await import("./thread/adapter.ts");
