# The image: standalone build on the current Node LTS, non-root, no compiler, configuration in /config, data in /data.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
# NEXT_MANUAL_SIG_HANDLE: on SIGTERM Rollcall aborts its probes, ends their children and closes the database itself.
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    NEXT_MANUAL_SIG_HANDLE=true \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    ROLLCALL_CONFIG=/config \
    ROLLCALL_DATA=/data
WORKDIR /app
COPY --from=build /app/.next/standalone ./
# What it watches until you mount your own: itself. (The demo server of the repository is a development dependency.)
COPY config/rollcall.json config/self.mcp.json /config/
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server.js"]
