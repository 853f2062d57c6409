#!/usr/bin/env bash
# Builds everything, drives the window's pages on a virtual display, and leaves
# pictures of them in the folder that is given: light, dark, and 360 pixels
# wide in both. Needs Xvfb.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

[ $# -eq 1 ] || {
  echo "Usage: $0 FOLDER"
  exit 2
}
mkdir -p "$1"
SCREENSHOTS=$(realpath "$1")
export SCREENSHOTS
cd "$(dirname "$0")/.."
. tests/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
set_up_build build
meson test -C build --print-errorlogs --suite interface | grep -v '^\[[0-9]*/'
pictures=("$SCREENSHOTS"/*.png)
[ -e "${pictures[0]}" ] || {
  echo "There are no pictures; is there no Xvfb?"
  exit 1
}
echo "${#pictures[@]} pictures in $SCREENSHOTS"
