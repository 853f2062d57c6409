# Installs Debian or Ubuntu packages that are missing, and sets up builds. Sourced by the
# scripts beside it.
#
# SPDX-License-Identifier: GPL-3.0-or-later

build_packages=(gcc libc6-dev meson ninja-build pkg-config libgtk-4-dev libadwaita-1-dev
  libsoup-3.0-dev libjson-glib-dev libsecret-1-dev libsqlite3-dev libglib2.0-dev-bin gettext
  desktop-file-utils gtk-update-icon-cache libxml2-utils)
run_packages=(adwaita-icon-theme fonts-cantarell librsvg2-common glib-networking ca-certificates)
test_packages=(appstream dbus gnome-keyring libglib2.0-bin libsecret-tools locales mandoc python3
  python3-gi xdotool xvfb)

install_packages() {
  local missing=() package administrator=()

  if ! command -v apt-get >/dev/null; then
    echo "This is no Debian or Ubuntu; going on with what is installed."
    return
  fi
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' \
      || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "Installing with apt-get: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    administrator=(sudo)
  fi
  "${administrator[@]}" apt-get update -qq </dev/null
  "${administrator[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# set_up_build FOLDER [OPTIONS]: quiet unless it fails.
set_up_build() {
  local log

  [ ! -f "$1/build.ninja" ] || return 0
  log=$(meson setup "$@" 2>&1) || {
    echo "$log" >&2
    return 1
  }
}
