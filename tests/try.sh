#!/usr/bin/env bash
# Builds BrightConnect and tries it on the practice store: in the window where
# there is a display, else in the terminal. Nothing outside build/ is changed
# but for packages that it names before it installs them.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}"
set_up_build build
echo "Building into build/ ..."
ninja -C build --quiet src/app/brightconnect src/practice/brightconnect-practice \
  data/gschemas.compiled
export GSETTINGS_SCHEMA_DIR=build/data

program=build/src/app/brightconnect
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$program" --demo
fi
status=0
"$program" --demo --sync-once || status=$?
# 1 says that some orders need a person, which the practice store sees to.
[ "$status" -le 1 ] || exit "$status"
echo
echo "There is no display, so this was a sync in the terminal. Ask why an order is where it is:"
echo "  $program --demo --explain 1230"
