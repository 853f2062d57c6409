#!/bin/sh
# Runs a test program on a private session bus on which nothing can be started.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run-with-keyring.sh open|absent PROGRAM
#
# With "open" there is a keyring on the bus, freshly made and unlocked; with
# "absent" there is none. PROGRAM runs its tests below /open or /absent. Home
# and all other folders are private and removed afterwards.
set -eu

state=$1
program=$2

for tool in dbus-run-session gnome-keyring-daemon gdbus; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is missing"
    exit 0
  fi
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -m 0700 "$folder/runtime"
cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$folder/runtime</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

export HOME="$folder" XDG_RUNTIME_DIR="$folder/runtime"
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" XDG_CACHE_HOME="$folder/cache"
unset DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL SECRET_BACKEND CREDENTIALS_DIRECTORY

# The daemon is not started by the bus, so that it can be stopped by its number.
dbus-run-session --config-file="$folder/bus.conf" -- sh -c '
  set -eu
  keyring=
  if [ "$1" = open ]; then
    printf password | gnome-keyring-daemon --unlock --components=secrets --foreground >&2 &
    keyring=$!
    gdbus wait --session --timeout 20 org.freedesktop.secrets >&2
  fi
  status=0
  "$2" --tap -p "/$1" || status=$?
  if [ -n "$keyring" ]; then kill "$keyring"; fi
  exit "$status"
' sh "$state" "$program"
