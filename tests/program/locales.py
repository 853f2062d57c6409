"""Locales for tests, made by the tests themselves: few machines have any but C.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import subprocess

SOURCES = "/usr/share/i18n/locales"


def lacking():
    """What is missing to make locales, or None."""
    if shutil.which("localedef") is None:
        return "there is no localedef"
    if not os.path.isdir(SOURCES):
        return "the sources of locales are not installed (package locales)"
    return None


def make(folder, name):
    """Makes a locale such as de_DE.UTF-8 for LOCPATH=folder."""
    source, codeset = name.split(".")
    subprocess.run(
        ["localedef", "-i", source, "-f", codeset, os.path.join(folder, name)],
        check=True,
        capture_output=True,
        timeout=60,
    )
