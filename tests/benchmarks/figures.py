"""What the benchmarks share: a run that is measured, and figures beside their targets.

SPDX-License-Identifier: GPL-3.0-or-later

Figures are printed and never asserted.
"""

import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "program"))

import support  # pylint: disable=wrong-import-position

# So many of the practice store's orders are in scope of the settings, roughly.
SHARE_IN_SCOPE = 0.63


class Store(support.Practice):
    """A practice store without limits, with so many products too."""

    def __init__(self, orders, products=60):  # pylint: disable=super-init-not-called
        self.process = subprocess.Popen(
            [support.PRACTICE_PROGRAM, "--limits", "off", "--orders", str(orders)]
            + ["--products", str(products)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.greeting = json.loads(self.process.stdout.readline())


def show(name, value, unit="", target=""):
    print(f"{name:<64} {value:>10} {unit:<26} {target}".rstrip(), flush=True)


def measure(profile):
    """Syncs once; returns the answer and what the process used."""
    process = profile.start("--sync-once", "--json")
    # Progress is a few lines, which the pipe holds.
    text = process.stdout.read()
    process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"the sync ended with {process.returncode}: {text}")
    return json.loads(text), usage


def processor_seconds(usage):
    return usage.ru_utime + usage.ru_stime


def peak_megabytes(usage):
    return usage.ru_maxrss / 1024


def count_requests(answer):
    return answer["requests"]["bigcommerce"] + answer["requests"]["brightpearl"]
