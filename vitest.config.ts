import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,components,features,lib,scripts,test}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{db,process}.test.ts", "test/planted/**", "node_modules/**"],
          testTimeout: 30_000, // some start a shell for each of many values, which a slow machine takes its time for
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["{features,lib,test}/**/*.db.test.ts"],
          globalSetup: ["test/postgres.setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "process",
          include: ["test/**/*.process.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
