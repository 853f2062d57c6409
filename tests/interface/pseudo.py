#!/usr/bin/python3
"""Makes a language in which what is not translated can be seen, and a locale to speak it in.

SPDX-License-Identifier: GPL-3.0-or-later

Every message stands in brackets, with accents on its letters, and is about 40 %
longer, as many languages are. With a folder as the argument it leaves there
xx/LC_MESSAGES/brightconnect.mo and the locale en_GB.UTF-8; it ends with 77
where locales cannot be made.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "program"))

import catalogue  # noqa: E402
import locales  # noqa: E402

LETTERS = str.maketrans("AaCcEeGgIiNnOoSsUuYy", "ÅåÇçÉéĞğÎîÑñÖöŠšÛûÝý")
# What has to stay as it is: directives, markup, entities, and the letter of a mnemonic.
KEPT = re.compile(r"(%(?:<\w+>|[-+0']*\d*(?:\.\d+)?l*[a-zA-Z%])|<[^<>]*>|&\w+;|_\w)")
WORD = re.compile(r"[^\W\d_]+")
HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: xx\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def quote(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def lengthen(text):
    """Every word grows, so that there is as much to break lines at as before."""
    return WORD.sub(
        lambda match: match.group().translate(LETTERS) + "~" * round(len(match.group()) * 0.4), text
    )


def disguise(text):
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    parts = KEPT.split(text.strip())
    words = "".join(lengthen(part) if i % 2 == 0 else part for i, part in enumerate(parts))
    return f"{before}⟦{words}⟧{after}"


def entry(message):
    # As a C format, so that %<PRId64> becomes what the program asks for.
    lines = ["#, c-format"] if "%<" in message.id else []
    if message.context is not None:
        lines.append(f"msgctxt {quote(message.context)}")
    lines.append(f"msgid {quote(message.id)}")
    if message.plural is None:
        lines.append(f"msgstr {quote(disguise(message.id))}")
    else:
        lines.append(f"msgid_plural {quote(message.plural)}")
        lines.append(f"msgstr[0] {quote(disguise(message.id))}")
        lines.append(f"msgstr[1] {quote(disguise(message.plural))}")
    return "\n".join(lines)


def main(folder):
    lack = locales.lacking()
    if lack:
        print(lack, file=sys.stderr)
        sys.exit(77)
    locales.make(folder, "en_GB.UTF-8")
    template = os.path.join(folder, "template.pot")
    catalogue.make_template(template)
    with open(template, encoding="utf-8") as file:
        messages = catalogue.parse(file.read())
    made = os.path.join(folder, "xx.po")
    with open(made, "w", encoding="utf-8") as file:
        file.write("\n\n".join([HEADER, *map(entry, messages)]) + "\n")
    os.makedirs(os.path.join(folder, "xx", "LC_MESSAGES"))
    catalogue.run("msgfmt", "-o", os.path.join(folder, "xx/LC_MESSAGES/brightconnect.mo"), made)


if __name__ == "__main__":
    main(sys.argv[1])
