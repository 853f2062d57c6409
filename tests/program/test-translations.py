#!/usr/bin/python3
"""The catalogues hold every word for people, well formed, and the program speaks them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import tempfile

import catalogue
import locales
from catalogue import ROOT
from support import Practice, Profile, Skip, main, test

# The program itself, but for the folder of its catalogues.
TRANSLATED = os.environ.get(
    "TRANSLATED_PROGRAM", os.path.join(ROOT, "build", "tests", "program", "brightconnect-translated")
)
LANGUAGES = catalogue.languages()
# What has to be in a translation as it is: directives of printf() and options.
FIXED = re.compile(r"%(?:<\w+>|[-+0']*\d*(?:\.\d+)?l*[a-zA-Z%])|--[a-z-]+")
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


@test
def the_messages_can_be_extracted_whole():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "template.pot")
        catalogue.make_template(path)
        with open(path, encoding="utf-8") as file:
            messages = catalogue.parse(file.read())
    assert len(messages) > 300, f"only {len(messages)} messages"


@test
def catalogues_are_well_formed():
    for language in LANGUAGES:
        catalogue.run(
            "msgfmt", "--check", "--check-accelerators=_", "-o", os.devnull,
            catalogue.path_of(language),
        )


def merge(folder, language):
    """A catalogue as tests/translations.sh would leave it."""
    template = os.path.join(folder, "template.pot")
    if not os.path.exists(template):
        catalogue.make_template(template)
    merged = os.path.join(folder, language + ".po")
    catalogue.run(
        "msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged,
        catalogue.path_of(language), template,
    )
    return merged


@test
def catalogues_are_complete():
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            merged = merge(folder, language)
            for kind in ("--untranslated", "--only-fuzzy"):
                text = catalogue.run("msgattrib", kind, "--no-obsolete", merged)
                missing += [
                    f"{language}: {message.id!r}" for message in catalogue.parse(text)
                ]
    listed = "\n".join(missing)
    assert not missing, f"run tests/translations.sh and translate {len(missing)}:\n{listed}"


def faults(message):
    """What is wrong with the translation of a message."""
    for index, text in enumerate(message.texts):
        original = message.plural if index > 0 else message.id
        if text == "":
            continue
        if sorted(FIXED.findall(text)) != sorted(FIXED.findall(original)):
            yield "placeholders"
        if len(text) - len(text.lstrip(" ")) != len(original) - len(original.lstrip(" ")):
            yield "spaces before"
        if len(text) - len(text.rstrip(" ")) != len(original) - len(original.rstrip(" ")):
            yield "spaces after"
        if original.endswith("…") != text.endswith("…"):
            yield "the dots of what asks for more"
        if text.count('"') != original.count('"'):
            yield "quotes that are not those of the language"


@test
def translations_keep_what_is_not_words():
    found = []
    for language in LANGUAGES:
        with open(catalogue.path_of(language), encoding="utf-8") as file:
            for message in catalogue.parse(file.read()):
                found += [f"{language}: {fault}: {message}" for fault in faults(message)]
    assert not found, "\n".join(found)


def speak(folder, language, name):
    """The environment of a person with this language."""
    lack = locales.lacking()
    if lack:
        raise Skip(lack)
    locales.make(folder, name)
    kept = {key: value for key, value in os.environ.items() if key != "LANG"}
    return {**kept, "LOCPATH": folder, "LC_ALL": name, "LANGUAGE": language}


@test
def the_program_speaks_the_language_of_the_person():
    words = {
        "de": "Die Version anzeigen",
        "es": "Mostrar la versión",
        "fr": "Afficher la version",
        "nl": "De versie tonen",
    }
    assert sorted(words) == sorted(LANGUAGES)
    with tempfile.TemporaryDirectory() as folder:
        environment = speak(folder, "", "en_US.UTF-8")
        for language, expected in words.items():
            result = subprocess.run(
                [TRANSLATED, "--help"],
                env={**environment, "LANGUAGE": language},
                capture_output=True,
                text=True,
                timeout=60,
                check=True,
            )
            assert expected in result.stdout, f"{language}: {result.stdout}"


@test
def numbers_inside_of_sentences_are_translated_too():
    with tempfile.TemporaryDirectory() as folder, Practice(orders=12) as practice:
        environment = speak(folder, "de", "de_DE.UTF-8")
        with Profile(practice, mode="ask") as profile:
            result = subprocess.run(
                [TRANSLATED, "--plan"],
                env={**profile.environment(), **environment, "HOME": profile.folder},
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
    assert result.returncode in (0, 1), result.stderr
    assert re.search("Den Verkaufsauftrag [^ ]+ anlegen: .*, [0-9]+ Zeile", result.stdout), (
        result.stdout
    )
    assert re.search("[0-9]+ Stück für den Verkaufsauftrag [^ ]+ reservieren", result.stdout), (
        result.stdout
    )
    assert "in diesem Plan; keiner wurde gesendet." in result.stdout, result.stdout


if __name__ == "__main__":
    main()
