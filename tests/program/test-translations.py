#!/usr/bin/python3
"""po/POTFILES.in names exactly the files that hold words for people.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re

from support import main, test

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MARKED = re.compile(r'(^|[^a-zA-Z_])(N?_|ngettext|C_|BRIGHT_PLURAL) \(\s*"')


def holds_words(path):
    if path.endswith((".desktop.in", ".gschema.xml", ".metainfo.xml.in")):
        return True
    if not path.endswith((".c", ".h", ".ui")):
        return False
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        text = file.read()
    return 'translatable="yes"' in text if path.endswith(".ui") else bool(MARKED.search(text))


@test
def every_file_with_words_is_listed():
    found = []
    for top in ("data", "src"):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    expected = sorted(path for path in found if holds_words(path))
    with open(os.path.join(ROOT, "po", "POTFILES.in"), encoding="utf-8") as file:
        listed = file.read().split()
    missing = sorted(set(expected) - set(listed))
    surplus = sorted(set(listed) - set(expected))
    assert listed == sorted(listed), "the list is not sorted"
    assert not missing and not surplus, f"missing {missing}, surplus {surplus}"


if __name__ == "__main__":
    main()
