// The import fences: who may import whom. `test/fences.test.ts` plants a violation of each and sees it bite.
const featureOrder = ["identity", "runbooks", "incidents", "runs", "records"]; // later may import earlier, never the reverse
const IO = "/(queries|commands|loaders|actions|adapter)\\.ts$";
const test = "\\.(test|spec)\\.tsx?$|^(test|e2e)/";
const rule = (name, from, to) => ({ name, severity: "error", from, to });

export default {
  forbidden: [
    rule("no-cycles", {}, { circular: true }),
    rule("lib-is-the-bottom", { path: "^lib/", pathNot: test }, { path: "^(app|features|components)/" }),
    rule("only-app-imports-app", { path: "^(features|components)/" }, { path: "^app/" }),
    rule("shared-ui-knows-no-domain", { path: "^components/" }, { path: "^(features|lib/(db|auth|http))/" }),
    rule(
      "features-are-pure-unless-the-filename-says-io",
      { path: "^features/.+\\.ts$", pathNot: `${IO}|${test}` },
      {
        path: `^(components|lib/(db|auth|http|realtime|jobs))/|node_modules/(next|react|@prisma)/|${IO}`,
        // Who an actor is, the sentences of a policy and the shape of a contract are pure themselves.
        pathNot: "^lib/(auth/(actor|policy|roles)|http/contract)\\.ts$",
      },
    ),
    rule(
      "pure-files-use-no-node-builtins",
      { path: "^features/.+\\.ts$", pathNot: `${IO}|${test}` },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "db-only-in-queries-and-commands",
      { path: "^(app|features|components)/", pathNot: `/(queries|commands)\\.ts$|${test}` },
      { path: "^lib/db/" },
    ),
    rule(
      "pages-read-through-loaders",
      { path: "^app/", pathNot: "^app/(api|.+/route\\.ts$)" },
      { path: "/(queries|commands)\\.ts$" },
    ),
    rule("api-uses-no-session-helpers", { path: "^app/api/" }, { path: "/(loaders|actions)\\.ts$" }),
    rule(
      "components-reach-the-server-through-actions",
      { path: "/components/" },
      { path: "/(queries|commands|loaders|adapter)\\.ts$" },
    ),
    rule(
      "server-files-know-no-components",
      { path: `^features/.+${IO}` },
      { path: "^(components/|features/.+/components/)" },
    ),
    rule(
      "cross-feature-public-surface",
      { path: "^features/([^/]+)/", pathNot: test },
      { path: "^features/.+/(components/|(loaders|actions|adapter)\\.ts$)", pathNot: "^features/$1/" },
    ),
    ...featureOrder
      .slice(0, -1)
      .map((name, i) =>
        rule(
          `feature-order-${name}`,
          { path: `^features/${name}/` },
          { path: `^features/(${featureOrder.slice(i + 1).join("|")})/` },
        ),
      ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "generated|\\.next" },
  },
};
