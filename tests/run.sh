#!/usr/bin/env bash
# Builds everything and runs all tests: plain, then all but the program suite
# once more with the address and undefined-behaviour sanitizers. Needs no
# display and no account. The last line counts the tests.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"

failed=0

# run_tests FOLDER SETUP_OPTIONS -- TEST_OPTIONS
run_tests() {
  local folder=$1 setup=()

  shift
  while [ "$1" != -- ]; do
    setup+=("$1")
    shift
  done
  shift
  rm -f "$folder/meson-logs/testlog.json"
  set_up_build "$folder" "${setup[@]}"
  echo "Building and testing in $folder/ ..."
  # Without the lines of the compiler, which would drown those of the tests. They wait more than they
  # work, so that one more than there are processors run at a time.
  meson test -C "$folder" --num-processes "$(($(nproc) + 1))" --print-errorlogs "$@" \
    | grep -v '^\[[0-9]*/' || failed=1
  [ -f "$folder/meson-logs/testlog.json" ] || failed=1
}

run_tests build --
# The leak checker crashes over the thread-local storage of GnuTLS unless it is told not to follow.
export ASAN_OPTIONS=detect_stack_use_after_return=1:intercept_tls_get_addr=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
run_tests build-sanitizers -Db_sanitize=address,undefined -Db_lundef=false \
  -- --suite unit --suite flow --suite interface --timeout-multiplier 4

python3 - build/meson-logs/testlog.json build-sanitizers/meson-logs/testlog.json <<'COUNT' || failed=1
import json
import os
import sys

counts = {"passed": 0, "failed": 0, "skipped": 0}
for path in filter(os.path.exists, sys.argv[1:]):
    for line in open(path, encoding="utf-8"):
        result = json.loads(line)["result"]
        kind = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}.get(result, "failed")
        counts[kind] += 1
print(", ".join(f"{count} {kind}" for kind, count in counts.items()))
sys.exit(counts["failed"] > 0 or counts["passed"] == 0)
COUNT
exit "$failed"
