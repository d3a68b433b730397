# One image for all processes; which one it is, the command says: api, worker, sweep, migrate.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/intake
COPY requirements-run.lock ./
RUN /opt/intake/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements-run.lock
COPY pyproject.toml README.md ./
COPY intake intake
COPY workers workers
RUN /opt/intake/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim-bookworm
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql-client tini && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin intake \
 && mkdir -p /var/lib/intake && chown intake:intake /var/lib/intake
COPY --from=build /opt/intake /opt/intake
ENV PATH=/opt/intake/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    INTAKE_DATA=/var/lib/intake \
    INTAKE_HOST=0.0.0.0
USER 10001:10001
WORKDIR /var/lib/intake
VOLUME /var/lib/intake
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s CMD ["intake", "doctor", "--quick"]
# As process 1 it would be deaf to SIGTERM until it has loaded what it needs.
ENTRYPOINT ["tini", "--", "intake"]
CMD ["api"]
