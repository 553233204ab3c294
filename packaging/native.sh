#!/usr/bin/env bash
# Builds slo as one native file: packaging/native.sh [FOLDER]. The folder is artifacts/native unless another is given.
# Needs the .NET 10 SDK and a C toolchain (Debian: gcc libc6-dev zlib1g-dev, or clang in the place of gcc).
# Native code for .NET 10 needs a runtime pack that not every package source has. Without it the file is built for .NET 9,
# which is good for measuring and for nothing else: .NET 9 gets no more corrections.
set -euo pipefail
cd "$(dirname "$0")/.."
output=$(realpath -m "${1:-artifacts/native}")
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) rid=linux-x64 ;;
  Linux-aarch64) rid=linux-arm64 ;;
  Darwin-arm64) rid=osx-arm64 ;;
  *) printf 'native.sh knows no system %s\n' "$(uname -sm)" >&2 && exit 2 ;;
esac

# A build for another framework has a folder of its own, so that it never mixes with that of the tests.
# What trimming or native code cannot do is an error in our assemblies. Of libraries it is one line each (IL2104, IL3053):
# Handlebars.Net, which only runbook pages and reports use, and Spectre.Console, where it prints exceptions.
build() {
  dotnet publish src/SloCompiler.Cli --configuration Release --runtime "$rid" --output "$output" --artifacts-path "artifacts/native-build/$1" \
    -p:NativeFramework="$1" -p:PublishAot=true -p:CopyOutputSymbolsToPublishDirectory=false -p:RunAnalyzers=false -p:WarningsNotAsErrors=IL2104%3BIL3053 -nologo -v quiet "${@:2}"
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if build net10.0 >"$log" 2>&1; then
  printf 'Native slo for .NET 10: %s\n' "$output/slo"
elif grep -q 'NU1101.*NativeAOT' "$log"; then
  build net9.0
  printf 'Native slo for .NET 9, for measuring only (the package source lacks the runtime pack of .NET 10): %s\n' "$output/slo"
else
  cat "$log" >&2
  exit 1
fi
