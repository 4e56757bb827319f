// npm run build: makes the build that `npm start` would make, unless it is current already.
import "@/lib/server/mode";
import { ensureBuild } from "@/lib/server/build";
import { orderedShutdown } from "@/lib/server/shutdown";

const shutdown = orderedShutdown();
try {
  await ensureBuild(process.cwd(), shutdown);
  await shutdown.begin(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await shutdown.begin(1);
}
