#!/usr/bin/env bash
# Runs a command on a virtual display of its own, with a home of its own and a
# bus that starts nothing. Says that it is skipped where there is no Xvfb.
# SCREEN sets the size, e.g. 1000x720.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

command -v Xvfb >/dev/null || {
  echo "1..0 # SKIP There is no Xvfb."
  exit 0
}
folder=$(mktemp -d "${TMPDIR:-/tmp}/brightconnect-display-XXXXXX")
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi; rm -rf "$folder"' EXIT
mkdir -m 700 "$folder"/{home,config,data,cache,state,run}
mkdir "$folder/config/gtk-4.0"
cat >"$folder/config/gtk-4.0/settings.ini" <<'SETTINGS'
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=false
SETTINGS
cat >"$folder/bus.conf" <<BUS
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$folder/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
BUS
export HOME=$folder/home XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
export XDG_CACHE_HOME=$folder/cache XDG_STATE_HOME=$folder/state XDG_RUNTIME_DIR=$folder/run
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GDK_DISABLE=gl
export ADW_DISABLE_PORTAL=1 GTK_A11Y=${GTK_A11Y:-test}
# The server says which display it found free, so that several can start at once.
mkfifo "$folder/display"
Xvfb -displayfd 9 -screen 0 "${SCREEN:-1280x1000}x24" -nolisten tcp -noreset \
  9>"$folder/display" 2>"$folder/xvfb.log" &
server=$!
read -r -t 30 number <"$folder/display" || {
  cat "$folder/xvfb.log"
  exit 1
}
export DISPLAY=:$number
unset XAUTHORITY WAYLAND_DISPLAY
status=0
dbus-run-session --config-file="$folder/bus.conf" -- "$@" \
  2> >(grep -v 'Failed to set fd limit' >&2) || status=$?
exit "$status"
