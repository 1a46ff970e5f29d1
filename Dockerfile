# docker build --target bienban -t bienban .                  the program, without LibreOffice
# docker build --target bienban-office -t bienban-office .    the same with LibreOffice, poppler and the fonts
# How to run them: docs/deploy.md.

ARG BASE=python:3.13-slim-bookworm

FROM ${BASE} AS build
WORKDIR /build
# The venv has no pip of its own: the image's installs into it, and it stays small.
COPY requirements/run.txt requirements/
RUN python -m venv --without-pip /opt/bienban \
    && python -m pip --python /opt/bienban/bin/python install --no-cache-dir --no-compile --disable-pip-version-check \
        --require-hashes --requirement requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY service service
COPY templates templates
COPY glossary glossary
COPY examples examples
# The lock holds hatchling too, so the wheel is made by a builder that is pinned by hash. Compiled files that carry
# the hash of their source, not its time, are the same in every build.
RUN python -m pip --python /opt/bienban/bin/python wheel --no-cache-dir --disable-pip-version-check \
        --no-deps --no-build-isolation --wheel-dir dist . \
    && python -m pip --python /opt/bienban/bin/python install --no-cache-dir --no-compile --disable-pip-version-check \
        --no-index --no-deps dist/bienban-*.whl \
    && /opt/bienban/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/bienban/lib


FROM ${BASE} AS bienban
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Bienban" \
      org.opencontainers.image.description="Drafts bilingual Vietnamese-Chinese minutes from one record of a meeting" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# A fixed number, so that the owner of a mounted folder can be set before the first start.
RUN groupadd --gid 10001 bienban \
    && useradd --uid 10001 --gid 10001 --no-log-init --create-home --shell /usr/sbin/nologin bienban \
    && install --directory --owner=10001 --group=10001 /drafts
COPY --from=build /opt/bienban /opt/bienban
ENV PATH=/opt/bienban/bin:$PATH \
    LANG=C.UTF-8 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /drafts
# Loads the termbase and compiles every template.
HEALTHCHECK --interval=5m --timeout=60s --start-period=30s --retries=2 CMD ["bienban", "doctor"]
ENTRYPOINT ["bienban"]
CMD ["--help"]


FROM bienban AS bienban-office
LABEL org.opencontainers.image.title="Bienban with LibreOffice"
USER 0:0
# Versions as of Debian 12 with the end left open: its security updates come in, another release does not.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        fontconfig=2.14.* \
        fonts-liberation2=2.1.* \
        fonts-noto-cjk=1:2022* \
        libreoffice-writer-nogui=4:7.4.* \
        poppler-utils=22.12.* \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/apt /var/log/dpkg.log /var/log/alternatives.log
COPY tools/fonts.conf /etc/bienban/fonts.conf
ENV FONTCONFIG_FILE=/etc/bienban/fonts.conf
USER 10001:10001
