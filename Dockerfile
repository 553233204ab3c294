# slo in an image without shell or package manager: docker build --build-arg REVISION="$(git rev-parse HEAD)" --tag slo .
FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
# The architecture of the image, which BuildKit sets: amd64 or arm64.
ARG TARGETARCH
ARG REVISION=""
WORKDIR /source
COPY . .
RUN dotnet publish src/SloCompiler.Cli --configuration Release --os linux --arch "$TARGETARCH" --self-contained false --output /app -p:PublishReadyToRun=true -p:SourceRevisionId="$REVISION" -p:RunAnalyzers=false

FROM mcr.microsoft.com/dotnet/runtime:10.0.12-noble-chiseled
LABEL org.opencontainers.image.title="slo" \
      org.opencontainers.image.description="Compiles and checks service level objectives for Prometheus and Grafana." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /app /app
COPY LICENSE /licenses/LICENSE
# The user "app" of the base image.
USER 1654:1654
WORKDIR /work
ENTRYPOINT ["/app/slo"]
CMD ["--help"]
