#!/usr/bin/python3
"""What a desktop, a shell and a sandbox are told about the programs is true.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree

from support import PRACTICE_PROGRAM, PROGRAM, Skip, main, test

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
DATA = os.path.join(ROOT, "data")
APPLICATION = "com.example.BrightConnect"
PROGRAMS = {"brightconnect": PROGRAM, "brightconnect-practice": PRACTICE_PROGRAM}
SCREENSHOTS = "https://example.com/brightconnect/screenshots/"


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def options(program):
    """The options that --help names."""
    shown = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", shown, re.MULTILINE))


def complete(words, word=None):
    """What bash offers for the last of these words, or for the one with this number."""
    script = """
        source "$1"; shift
        COMP_CWORD=$1; shift
        COMP_WORDS=("$@")
        function=$(complete -p "$1" | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
        "$function" "$1"
        [ "${#COMPREPLY[@]}" -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
    """
    number = str(len(words) - 1 if word is None else word)
    result = subprocess.run(
        ["bash", "-eu", "-c", script, "bash", os.path.join(DATA, "completion/brightconnect.bash"),
         number, *words],
        capture_output=True, text=True, check=False,
    )
    assert result.returncode == 0 and not result.stderr, (words, result.stderr)
    return result.stdout.split("\n")[:-1]


@test
def the_manuals_explain_every_option_and_no_other():
    for name, program in PROGRAMS.items():
        manual = read(DATA, "man", f"{name}.1.in").replace("\\-", "-")
        section = re.search(r"^\.SH OPTIONS\n(.*?)^\.SH ", manual, re.MULTILINE | re.DOTALL).group(1)
        heads = re.findall(r"^\.TP\n(.*)", section, re.MULTILINE)
        explained = set(re.findall(r"--[a-z-]+", " ".join(heads)))
        assert explained == options(program), (name, explained ^ options(program))


@test
def bash_completes_every_option_and_no_other():
    for name, program in PROGRAMS.items():
        offered = set(complete([name, "--"]))
        for word in sorted(offered):
            offered.update(complete([name, word, "value", "--"]))
        assert offered == options(program), (name, offered ^ options(program))


@test
def bash_completes_what_goes_with_what_is_there():
    flows = "orders customers statuses notes shipments payments refunds stock".split()
    for words, expected in (
        (["--sy"], ["--sync-once"]),
        (["--demo", ""], ["--sync-once", "--plan", "--explain"]),
        (["--sync-once", "--"], ["--approve", "--json", "--demo"]),
        (["--sync-once", "--json", "--"], ["--approve", "--demo"]),
        (["--sync-once", "--approve", ""], ["all", *flows]),
        (["--sync-once", "--approve", "s"], ["statuses", "shipments", "stock"]),
        (["--sync-once", "--approve", "="], ["all", *flows]),
        (["--sync-once", "--approve", "=", "sto"], ["stock"]),
        (["--sync-once", "--approve", "stock", "--a"], ["--approve"]),
        (["--export", "a"], ["activity", "attention", "audit"]),
        (["--export", "audit", "--"], ["--json"]),
        (["--explain", ""], []),
        (["--explain", "1042", "--"], ["--json", "--demo"]),
        (["--ignore", "order 1042", "--"], ["--why", "--json"]),
        (["--proof", "--d"], []),
        (["--version", "--"], []),
    ):
        assert complete(["brightconnect", *words]) == expected, words
    assert complete(["brightconnect-practice", "--limits", "o"]) == ["on", "off"]
    assert complete(["brightconnect-practice", "--limits", "=", "of"]) == ["off"]
    assert complete(["brightconnect-practice", "--port", ""]) == []
    assert complete(["brightconnect", "--pl", "--json"], 1) == ["--plan"]


@test
def zsh_knows_every_option_and_no_other():
    script = read(DATA, "completion", "_brightconnect")
    practice, own = script.split("  return\nfi\n")
    for text, program in ((practice, PRACTICE_PROGRAM), (own, PROGRAM)):
        known = set(re.findall(r"['\"{,*)](--[a-z-]+)[=\[}]", text))
        assert known == options(program), known ^ options(program)


@test
def zsh_can_read_its_completion():
    if shutil.which("zsh") is None:
        raise Skip("there is no zsh")
    subprocess.run(["zsh", "-n", os.path.join(DATA, "completion", "_brightconnect")], check=True)


@test
def desktop_actions_are_those_of_the_application():
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read_string(read(DATA, f"{APPLICATION}.desktop.in"))
    entry = desktop["Desktop Entry"]
    assert entry["DBusActivatable"] == "true"
    assert entry["Icon"] == APPLICATION
    actions = entry["Actions"].rstrip(";").split(";")
    assert actions == ["sync-now", "pause"]
    for action in actions:
        group = desktop[f"Desktop Action {action}"]
        assert group["Exec"] == f"gapplication action {APPLICATION} {action}"
    assert len(desktop.sections()) == 1 + len(actions)


@test
def the_metainfo_shows_the_screenshots_that_there_are():
    tree = xml.etree.ElementTree.parse(os.path.join(DATA, f"{APPLICATION}.metainfo.xml.in"))
    images = [image.text for image in tree.iterfind("screenshots/screenshot/image")]
    assert all(image.startswith(SCREENSHOTS) for image in images), images
    shown = sorted(image[len(SCREENSHOTS):] for image in images)
    assert shown == sorted(os.listdir(os.path.join(DATA, "screenshots"))), shown
    assert {binary.text for binary in tree.iterfind("provides/binary")} == set(PROGRAMS)


@test
def the_newest_release_is_this_version():
    tree = xml.etree.ElementTree.parse(os.path.join(DATA, f"{APPLICATION}.metainfo.xml.in"))
    shown = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout == f"brightconnect {tree.find('releases/release').get('version')}\n"


@test
def the_sandbox_lets_in_what_is_needed_and_nothing_else():
    manifest = json.loads(read(ROOT, f"{APPLICATION}.json"))
    assert manifest["id"] == APPLICATION
    assert manifest["command"] == "brightconnect"
    assert (manifest["runtime"], manifest["sdk"]) == ("org.gnome.Platform", "org.gnome.Sdk")
    assert sorted(manifest["finish-args"]) == [
        "--device=dri",
        "--share=ipc",
        "--share=network",
        "--socket=fallback-x11",
        "--socket=wayland",
        "--talk-name=org.kde.StatusNotifierWatcher",
    ]


@test
def the_sandbox_is_built_from_this_folder_without_downloads():
    manifest = json.loads(read(ROOT, f"{APPLICATION}.json"))
    assert len(manifest["modules"]) == 1
    module = manifest["modules"][0]
    assert module["buildsystem"] == "meson"
    assert [(source["type"], source["path"]) for source in module["sources"]] == [("dir", ".")]
    assert "build-args" not in str(manifest), "nothing is asked of the network while it is built"
    assert "/bin" not in str(manifest["cleanup"]), "the practice store stays beside the program"


if __name__ == "__main__":
    main()
