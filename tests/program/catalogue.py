"""Reads gettext's catalogues, as far as the tests need it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ast
import collections
import os
import re
import subprocess

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*)$')

# context and plural are None where a message has none; texts are the translations.
Message = collections.namedtuple("Message", "context id plural texts")


def parse(text):
    """The messages of a catalogue in order, without the header and what is obsolete."""
    found = []
    for block in re.split(r"\n\n+", text):
        fields = {}
        last = None
        for line in block.splitlines():
            match = FIELD.match(line)
            if match:
                last = match.group(1)
                fields[last] = ast.literal_eval(match.group(2))
            elif line.startswith('"') and last:
                fields[last] += ast.literal_eval(line)
        if fields.get("msgid"):
            texts = [value for name, value in fields.items() if name.startswith("msgstr")]
            found.append(
                Message(fields.get("msgctxt"), fields["msgid"], fields.get("msgid_plural"), texts)
            )
    return found


def languages():
    with open(os.path.join(ROOT, "po", "LINGUAS"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def path_of(language):
    return os.path.join(ROOT, "po", language + ".po")


def run(*command):
    """Runs a command; its output, or an AssertionError with what it complained about."""
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, f"{command[0]}: {result.stderr or result.stdout}"
    return result.stdout


def make_template(path):
    """Extracts the messages of the sources as they are now."""
    run(os.path.join(ROOT, "tests", "translations.sh"), "--template", path)
