#!/usr/bin/env bash
# Builds the Flatpak from this folder, installs it for this user under a branch
# of its own, starts it in its sandbox, and removes it again. Needs
# flatpak-builder and the runtime and SDK that the manifest names; ends with 77
# and says so where something is missing.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")/.."

application=com.example.BrightConnect
manifest=$application.json
branch=installed-by-a-test
permissions='[Context]
shared=network;ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;

[Session Bus Policy]
org.kde.StatusNotifierWatcher=talk'

skip() {
  echo "skipped: $1"
  exit 77
}

fail() {
  echo "failed: $1" >&2
  exit 1
}

# of_manifest KEY
of_manifest() {
  sed -n 's/^  "'"$1"'": "\(.*\)",$/\1/p' "$manifest"
}

for program in flatpak flatpak-builder dbus-run-session; do
  command -v "$program" >/dev/null || skip "there is no $program"
done
for part in "$(of_manifest runtime)" "$(of_manifest sdk)"; do
  part=$part//$(of_manifest runtime-version)
  flatpak info "$part" >/dev/null 2>&1 || skip "the runtime $part is not installed"
done

# The sandbox gets a home of its own, while what is installed stays where it is.
export FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}
work=$(mktemp -d)
display=
tidy() {
  [ -z "$display" ] || kill "$display" 2>/dev/null || true
  flatpak uninstall --user -y --noninteractive "$application//$branch" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap tidy EXIT
export HOME=$work/home XDG_RUNTIME_DIR=$work/run
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME DISPLAY WAYLAND_DISPLAY
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"

echo "Building the Flatpak ..."
flatpak-builder --user --install --disable-rofiles-fuse --state-dir="$work/state" \
  --default-branch="$branch" "$work/build" "$manifest" >"$work/log" 2>&1 || {
  tail -n 50 "$work/log" >&2
  fail "it cannot be built"
}

# in_sandbox PROGRAM [ARGUMENTS]
in_sandbox() {
  local program=$1

  shift
  dbus-run-session -- flatpak run --user --die-with-parent --command="$program" \
    "$application//$branch" "$@" 2> >(grep -v '^dbus-daemon' >&2)
}

echo "Starting it ..."
shown=$(flatpak info --user --show-permissions "$application//$branch")
[ "$shown" = "$permissions" ] || fail "its permissions are others: $shown"
in_sandbox brightconnect --version
in_sandbox brightconnect-practice --version
status=0
in_sandbox brightconnect --demo --sync-once || status=$?
# 1 says that some orders need a person, which the practice store sees to.
[ "$status" -le 1 ] || fail "the sync ended with $status"

exported=$FLATPAK_USER_DIR/exports/share
for file in "applications/$application.desktop" "dbus-1/services/$application.service" \
  "icons/hicolor/scalable/apps/$application.svg" \
  "icons/hicolor/symbolic/apps/$application-symbolic.svg"; do
  [ -e "$exported/$file" ] || fail "the desktop does not see $file"
done

for program in Xvfb xwininfo; do
  command -v "$program" >/dev/null || {
    echo "passed, but for the window: there is no $program"
    exit 0
  }
done

mkfifo "$work/display"
Xvfb -displayfd 9 -screen 0 1280x800x24 -nolisten tcp -noreset 9>"$work/display" 2>/dev/null &
display=$!
read -r -t 20 number <"$work/display" || fail "Xvfb does not start"
export DISPLAY=:$number GSK_RENDERER=cairo

# The toolkit has a hidden window of the same name.
is_shown() {
  local id

  for id in $(xwininfo -root -tree | sed -n 's/^ *\(0x[0-9a-f]*\) "BrightConnect".*/\1/p'); do
    [[ $(xwininfo -id "$id" 2>&1) != *IsViewable* ]] || return 0
  done
  return 1
}

in_sandbox brightconnect --demo >"$work/window" 2>&1 &
window=$!
for ((tries = 0; ; tries++)); do
  is_shown && break
  kill -0 "$window" 2>/dev/null || { cat "$work/window" >&2; fail "it ended without a window"; }
  [ "$tries" -lt 300 ] || fail "no window came in 30 seconds"
  sleep 0.1
done
# Without its display it ends.
kill "$display"
display=
wait "$window" || true
echo "passed"
