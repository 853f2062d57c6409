#!/usr/bin/python3
# The house rules that a machine can check: which room includes what, and sizes.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The build already keeps a room from seeing what it may not; this is the second
# lock, and it also covers what the compiler does not mind.

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
if ROOT.is_file():
    ROOT = ROOT.parents[2]
SOURCE = ROOT / "src"

# Each room with the rooms whose headers it may include.
ROOMS = {
    "base": set(),
    "model": {"base"},
    "http": {"base"},
    "bigcommerce": {"http", "base", "model"},
    "brightpearl": {"http", "base", "model"},
    "journal": {"base", "model"},
    "vault": {"base", "model"},
    "sync": {"bigcommerce", "brightpearl", "journal", "vault", "base", "model"},
    "window": {"sync", "base", "model"},
    "app": {"window", "sync", "base", "model"},
    "practice": {"base"},
}

# Headers of libraries, with the rooms that may include them.
LIBRARIES = {
    r"libsoup/": {"http", "practice"},
    r"sqlite3\.h": {"journal"},
    r"libsecret/": {"vault"},
    r"(gtk|gdk|adwaita)[/.]": {"window", "app"},
}

MAXIMUM_FILE = 400
MAXIMUM_HEADER = 300
MAXIMUM_FUNCTION = 60
MAXIMUM_COLUMNS = 100

TOP = {"src", "data", "po", "tests", "meson.build", "com.example.BrightConnect.json", "README.md",
       "COPYING"}

faults = []


def fault(path, line, text):
    where = path.relative_to(ROOT) if path.is_absolute() else path
    faults.append(f"{where}:{line}: {text}" if line else f"{where}: {text}")


def owners():
    """The room that each of our headers belongs to."""
    found = {}
    for room in ROOMS:
        for header in (SOURCE / room).glob("*.h"):
            if header.name in found:
                fault(header, 0, f"a header of this name stands in {found[header.name]} too")
            found[header.name] = room
    return found


def check_includes(path, room, lines, header_rooms):
    for number, line in enumerate(lines, 1):
        match = re.match(r'#include\s+([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        name = match.group(2)
        if match.group(1) == '"':
            other = header_rooms.get(name)
            if other and other != room and other not in ROOMS[room]:
                fault(path, number, f"{room} may not include {name} of {other}")
        for pattern, allowed in LIBRARIES.items():
            if re.match(pattern, name) and room not in allowed:
                fault(path, number, f"{room} may not include {name}")


def check_decide(path, lines):
    """Decide-functions see records only."""
    if "decide" not in path.name:
        return
    for number, line in enumerate(lines, 1):
        if re.match(r'#include "(bright-journal|bright-dispatcher|bright-sync|.*-client)\.h"', line):
            fault(path, number, "a decide-function may include records only")


def check_functions(path, lines):
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}") and start:
            length = number - start - 1
            header = lines[start - 2] if start > 1 else ""
            if length > MAXIMUM_FUNCTION and not re.match(r"(static )?(const )?(struct|enum|typedef)",
                                                          header):
                fault(path, start, f"a function of {length} lines")
            start = None


def check_text(path, lines):
    for number, line in enumerate(lines, 1):
        if len(line) > MAXIMUM_COLUMNS:
            fault(path, number, f"{len(line)} columns")
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            fault(path, number, "something is left to do")
        if line.rstrip() != line or "\t" in line:
            fault(path, number, "trailing blanks or a tab")


def check_file(path, room, header_rooms):
    lines = path.read_text(encoding="utf-8").split("\n")
    limit = MAXIMUM_HEADER if path.suffix == ".h" else MAXIMUM_FILE
    if len(lines) - 1 > limit:
        fault(path, 0, f"{len(lines) - 1} lines")
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(lines[:8]):
        fault(path, 0, "no licence line")
    if path.suffix == ".h" and "#pragma once" not in lines:
        fault(path, 0, "no #pragma once")
    check_text(path, lines)
    check_functions(path, lines)
    if room:
        check_includes(path, room, lines, header_rooms)
        check_decide(path, lines)


def check_top():
    for entry in ROOT.iterdir():
        if entry.name not in TOP and not entry.name.startswith(".") \
                and not entry.name.startswith("build"):
            fault(entry, 0, "does not belong at the top level")


def main():
    header_rooms = owners()
    checked = 0
    for path in sorted([*SOURCE.rglob("*.[ch]"), *(ROOT / "tests").rglob("*.[ch]")]):
        room = path.relative_to(SOURCE).parts[0] if path.is_relative_to(SOURCE) else None
        check_file(path, room if room in ROOMS else None, header_rooms)
        checked += 1
    check_top()
    for text in faults:
        print(text)
    print(f"{checked} files, {len(faults)} faults")
    return 1 if faults or not checked else 0


sys.exit(main())
