# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
# The client of the database is generated while the packages are installed: it needs the schema.
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma prisma
COPY scripts/generate.mjs scripts/generate.mjs
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf .next/cache

FROM base AS run
# The runbooks are a git working tree; publishing is a commit.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates git \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data CONTENT_DIR=/content
COPY --from=build /app /app
# A new named volume on /content begins as a copy of these.
RUN mkdir /data /content \
  && cp -R /app/content/. /content/ \
  && mkdir -p /app/.next/cache \
  && chown -R node:node /data /content /app/.next/cache
USER node
VOLUME ["/data", "/content"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "start.mjs"]
