#!/usr/bin/env bash
# Brings the catalogues in po/ up to date with the sources, and says how many
# messages each language lacks. With --template FILE it only writes the template
# that translations are made from.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")/.."

# What GLib's functions and ours take as a format; xgettext knows the rest.
arguments=(--keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=BRIGHT_PLURAL:1,2
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format
  --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format
  --flag=g_string_append_printf:2:c-format --flag=g_set_error:4:c-format
  --flag=g_print:1:c-format --flag=g_printerr:1:c-format --flag=g_snprintf:3:c-format)

make_template() {
  local folder
  folder=$(mktemp -d)
  # The .pot file that meson makes is the same but for the order of its arguments.
  xgettext --from-code=UTF-8 --add-comments=Translators --package-name=brightconnect \
    "${arguments[@]}" --files-from=po/POTFILES.in --output="$folder/template" 2>"$folder/warnings" \
    || { cat "$folder/warnings" >&2; rm -r "$folder"; return 1; }
  # A warning is a string that is cut short, as at a macro, and could never be translated.
  if grep . "$folder/warnings" >&2; then
    rm -r "$folder"
    return 1
  fi
  mv "$folder/template" "$1"
  rm -r "$folder"
}

if [ "${1:-}" = --template ]; then
  make_template "$2"
  exit
fi

template=$(mktemp)
trap 'rm -f "$template"' EXIT
make_template "$template"
for language in $(grep -v '^#' po/LINGUAS); do
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file \
    "po/$language.po" "$template"
  missing=$(msgattrib --untranslated --no-obsolete "po/$language.po" | grep -c '^msgid ' || true)
  # The header counts as one where anything is missing.
  echo "$language: $((missing > 0 ? missing - 1 : 0)) missing"
done
