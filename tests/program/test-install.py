#!/usr/bin/python3
"""What is installed is complete, and works from where it was installed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import glob
import os
import shlex
import shutil
import subprocess
import tempfile

from support import PRACTICE_PROGRAM, PROGRAM, Skip, main, test

BUILD = os.environ.get("BUILD_FOLDER", os.path.dirname(os.path.dirname(os.path.dirname(PROGRAM))))
APPLICATION = "com.example.BrightConnect"
INSTALLED = f"""
bin/brightconnect
bin/brightconnect-practice
lib/systemd/user/brightconnect.service
lib/systemd/user/brightconnect.timer
share/applications/{APPLICATION}.desktop
share/bash-completion/completions/brightconnect
share/bash-completion/completions/brightconnect-practice
share/dbus-1/services/{APPLICATION}.service
share/glib-2.0/schemas/{APPLICATION}.gschema.xml
share/icons/hicolor/scalable/apps/{APPLICATION}.svg
share/icons/hicolor/symbolic/apps/{APPLICATION}-symbolic.svg
share/man/man1/brightconnect-practice.1
share/man/man1/brightconnect.1
share/metainfo/{APPLICATION}.metainfo.xml
share/zsh/site-functions/_brightconnect
""".split()
SETTINGS = {
    "height": "720",
    "keep-running": "false",
    "maximized": "false",
    "notification-level": "'all'",
    "page": "'home'",
    "width": "1000",
}


class Installation:
    """The programs in a temporary folder; use it in a with statement."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="brightconnect-test-")
        self.stage = os.path.join(self.folder, "stage")
        result = subprocess.run(
            ["meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", self.stage],
            capture_output=True, text=True, check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr
        self.prefix = os.path.dirname(os.path.dirname(self.find("bin/brightconnect")))

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        shutil.rmtree(self.folder)

    def find(self, path):
        """The only file whose path ends so, whatever the prefix is."""
        found = glob.glob(os.path.join(self.stage, "**", path), recursive=True)
        assert len(found) == 1, (path, found)
        return found[0]

    def staged(self, path):
        """Where the file lies that will have this path once the stage is the root."""
        return os.path.join(self.stage, path.lstrip("/"))

    def run(self, *command, **variables):
        return subprocess.run(
            command,
            env={
                "PATH": "/nonexistent",
                "HOME": self.folder,
                "TMPDIR": self.folder,
                "XDG_DATA_DIRS": os.path.join(self.prefix, "share"),
                "G_DEBUG": "fatal-criticals",
                "LC_ALL": "C.UTF-8",
                **variables,
            },
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=100, check=False,
        )


def settings(folder, **variables):
    """The keys and values that the settings have by default."""
    result = subprocess.run(
        ["gsettings", "list-recursively", APPLICATION],
        env={"PATH": os.environ["PATH"], "GSETTINGS_BACKEND": "memory",
             "GSETTINGS_SCHEMA_DIR": folder, "LC_ALL": "C.UTF-8", **variables},
        capture_output=True, text=True, check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    return {key: value for schema, key, value in lines if schema == APPLICATION}


@test
def everything_has_its_place_and_nothing_else_is_there():
    with Installation() as installation:
        found = sorted(
            os.path.relpath(os.path.join(folder, name), installation.prefix)
            for folder, _, names in os.walk(installation.stage)
            for name in names
        )
        words = [path for path in found if path.startswith("share/locale/")]
        assert all(path.endswith("/LC_MESSAGES/brightconnect.mo") for path in words), words
        others = sorted(set(found) - set(words))
        assert others == INSTALLED, set(others) ^ set(INSTALLED)


@test
def the_installed_programs_start():
    with Installation() as installation:
        for built in (PROGRAM, PRACTICE_PROGRAM):
            name = os.path.basename(built)
            result = installation.run(installation.find(f"bin/{name}"), "--version")
            assert result.returncode == 0, result.stderr
            assert result.stdout.startswith(f"{name} "), result.stdout


@test
def the_installed_program_finds_the_practice_store_beside_it():
    with Installation() as installation:
        program = installation.find("bin/brightconnect")
        result = installation.run(program, "--demo", "--sync-once")
        assert result.returncode in (0, 1), result.stdout + result.stderr
        os.remove(installation.find("bin/brightconnect-practice"))
        result = installation.run(program, "--demo", "--sync-once")
        assert result.returncode == 4, "it found another practice store than the installed one"
        assert "the practice store is not installed" in result.stderr, result.stderr


@test
def what_the_desktop_and_systemd_start_is_installed():
    with Installation() as installation:
        for path, section, key in (
            (f"share/dbus-1/services/{APPLICATION}.service", "D-BUS Service", "Exec"),
            ("lib/systemd/user/brightconnect.service", "Service", "ExecStart"),
        ):
            unit = configparser.ConfigParser(interpolation=None)
            unit.read(installation.find(path), encoding="utf-8")
            program = shlex.split(unit[section][key])[0]
            assert os.access(installation.staged(program), os.X_OK), program


@test
def systemd_accepts_the_units():
    if shutil.which("systemd-analyze") is None:
        raise Skip("there is no systemd-analyze")
    with Installation() as installation:
        folder = os.path.join(installation.folder, "units")
        os.mkdir(folder)
        for name in ("brightconnect.service", "brightconnect.timer"):
            with open(installation.find(f"lib/systemd/user/{name}"), encoding="utf-8") as file:
                text = file.read()
            unit = os.path.join(folder, name)
            with open(unit, "w", encoding="utf-8") as file:
                file.write(text.replace("ExecStart=/", f"ExecStart={installation.stage}/"))
        result = installation.run(
            shutil.which("systemd-analyze"), "verify", "--user", "--man=no",
            *sorted(glob.glob(f"{folder}/*")), XDG_RUNTIME_DIR=installation.folder,
        )
        assert result.returncode == 0 and not result.stderr, result.stdout + result.stderr


@test
def the_settings_of_the_window_are_found():
    with Installation() as installation:
        schema = installation.find(f"share/glib-2.0/schemas/{APPLICATION}.gschema.xml")
        folder = os.path.dirname(schema)
        subprocess.run(["glib-compile-schemas", "--strict", folder], check=True)
        assert settings(folder) == SETTINGS


@test
def they_are_found_without_being_installed_too():
    assert settings(os.path.join(BUILD, "data")) == SETTINGS


if __name__ == "__main__":
    main()
