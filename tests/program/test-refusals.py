#!/usr/bin/python3
"""What the program refuses, and with which exit status.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import signal
import socket
import subprocess
import time

from support import Practice, Profile, main, test


def code_of(result):
    return json.loads(result.stdout)["error"]["code"]


@test
def the_command_line_is_judged():
    wrong = (
        ["--plan", "--proof"],
        ["--json"],
        ["--approve", "all"],
        ["--plan", "--approve", "all"],
        ["--sync-once", "--approve", ""],
        ["--sync-once", "--approve", "everything"],
        ["--sync-once", "--approve"],
        ["--explain", "x"],
        ["--explain", "0"],
        ["--explain"],
        ["--demo", "--check"],
        ["--nonsense"],
        ["sync"],
    )
    with Practice() as practice, Profile(practice) as profile:
        for arguments in wrong:
            result = profile.run(*arguments)
            assert result.returncode == 2, (arguments, result.returncode, result.stderr)
            assert result.stderr.strip(), arguments
        assert profile.run("--version").stdout.startswith("brightconnect ")
        assert "--sync-once" in profile.run("--help").stdout
        assert practice.call("counts")["bigcommerce"]["requests"] == 0


@test
def a_profile_without_settings_says_how_to_start():
    with Practice() as practice, Profile(practice) as profile:
        os.remove(os.path.join(profile.settings_folder, "settings.json"))
        result = profile.run("--sync-once", "--json")
        assert result.returncode == 2, result
        assert code_of(result) == "settings"
        assert "--demo" in result.stderr, result.stderr


@test
def wrong_settings_are_named_one_a_line():
    with Practice() as practice, Profile(practice) as profile:
        profile.settings["orders"]["warehouse-id"] = "two"
        profile.settings["schedule"]["mode"] = "sometimes"
        profile.settings["notes"] = {"customer-field": "PCF_A", "staff-field": "PCF_A"}
        profile.save()
        result = profile.run("--sync-once", "--json")
        assert result.returncode == 2, result
        assert code_of(result) == "settings"
        lines = result.stderr.splitlines()
        for name in ("orders.warehouse-id", "schedule.mode", "notes."):
            assert any(line.startswith(name) for line in lines), (name, lines)
        checked = json.loads(profile.run("--check", "--json").stdout)
        assert checked["ok"] is False
        assert "orders.warehouse-id" in {item["setting"] for item in checked["problems"]}
        assert practice.call("counts")["bigcommerce"]["requests"] == 0


@test
def plain_http_is_for_this_machine_only():
    with Practice() as practice, Profile(practice) as profile:
        profile.settings["connection"]["bigcommerce-url"] = "http://api.bigcommerce.com"
        profile.save()
        result = profile.run("--check", "--json")
        assert result.returncode == 2, result
        assert "connection.bigcommerce-url" in result.stderr, result.stderr


@test
def an_unknown_key_is_reported_and_kept():
    with Practice() as practice, Profile(practice) as profile:
        profile.settings["orders"]["colour"] = "green"
        profile.save()
        result = profile.run("--check")
        assert result.returncode == 0, result
        assert "colour" in result.stderr, result.stderr


@test
def a_good_profile_passes_the_check():
    with Practice() as practice, Profile(practice) as profile:
        answer = profile.ask("--check", status=0)
        assert answer["ok"] is True and answer["problems"] == [], answer
        assert answer["bigcommerce"]["currency"] == "GBP", answer
        assert practice.call("writes") == []


@test
def a_method_without_a_bank_account_is_a_warning():
    with Practice() as practice, Profile(
        practice,
        payments={
            "enabled": True,
            "method-map": [{"bigcommerce": "Credit Card", "brightpearl": "STRIPE"}],
            "default-method": "CASH",
        },
    ) as profile:
        answer = profile.ask("--check", status=0)
        assert answer["ok"] is True and answer["problems"] == [], answer
        assert [item["setting"] for item in answer["warnings"]] == ["payments.default-method"]
        assert answer["warnings"][0]["code"] == "no-bank-account", answer
        text = profile.run("--check").stdout
        assert "1 warning:" in text and "“CASH” has no bank account in GBP" in text, text


@test
def a_missing_warehouse_is_a_wrong_setting():
    with Practice() as practice, Profile(practice, orders={"warehouse-id": 77}) as profile:
        answer = profile.ask("--check", status=2)
        assert "orders.warehouse-id" in {item["setting"] for item in answer["problems"]}, answer


@test
def a_wrong_token_is_3():
    with Practice() as practice, Profile(practice) as profile:
        for name in ("bigcommerce-token", "brightpearl-token"):
            profile.write_token(name, "wrong")
            assert profile.run("--check").returncode == 3, name
            result = profile.run("--sync-once", "--json")
            assert result.returncode == 3, (name, result)
            assert code_of(result) == "token-refused", result.stdout
            assert "wrong" not in result.stderr.split(), result.stderr
            profile.write_token(name, practice.greeting[name])


@test
def a_missing_scope_is_3_and_named():
    with Practice() as practice, Profile(practice, orders={"warehouse-id": 77}) as profile:
        practice.call("bigcommerce/scopes", {"scopes": ["store_v2_information"]})
        answer = profile.ask("--check", status=3)
        words = " ".join(item["message"] for item in answer["problems"])
        assert "Orders" in words, answer


@test
def token_files_must_be_private():
    with Practice() as practice, Profile(practice) as profile:
        for mode, status in ((0o600, 0), (0o400, 0), (0o644, 3), (0o640, 3), (0o660, 3)):
            token = practice.greeting["bigcommerce-token"]
            profile.write_token("bigcommerce-token", token, mode)
            result = profile.run("--check")
            assert result.returncode == status, (oct(mode), result)
            assert token not in result.stdout + result.stderr
        os.remove(os.path.join(profile.credentials, "bigcommerce-token"))
        result = profile.run("--sync-once", "--json")
        assert result.returncode == 3, result


@test
def a_platform_that_is_not_there_is_4():
    with Practice() as practice, Profile(practice) as profile:
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            port = unused.getsockname()[1]
            profile.settings["connection"]["brightpearl-url"] = f"http://127.0.0.1:{port}"
            profile.settings["connection"]["patience-seconds"] = 2
            profile.save()
            result = profile.run("--sync-once", "--json")
            assert result.returncode == 4, result
            assert code_of(result) in ("offline", "unavailable"), result.stdout
            assert profile.run("--check").returncode == 4


@test
def one_profile_is_synced_by_one_process():
    with Practice() as practice, Profile(practice) as profile:
        practice.call("faults", {"spec": "slow=1"})
        first = profile.start("--sync-once")
        try:
            deadline = time.monotonic() + 20
            while not practice.call("counts")["bigcommerce"]["requests"]:
                assert time.monotonic() < deadline, "the first process asked nothing"
                time.sleep(0.02)
            result = profile.run("--sync-once", "--json")
            assert result.returncode == 5, result
            assert code_of(result) == "profile-busy"
        finally:
            practice.call("faults", {"spec": ""})
            first.communicate(timeout=120)
        assert first.returncode == 1, first.returncode


@test
def a_signal_stops_it_and_nothing_is_lost():
    with Practice() as practice, Profile(practice) as profile:
        practice.call("faults", {"spec": "slow=1"})
        process = profile.start("--sync-once")
        deadline = time.monotonic() + 20
        while not practice.call("counts")["brightpearl"]["writes"]:
            assert time.monotonic() < deadline, "nothing was written"
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        assert process.returncode == 1, process.returncode
        practice.call("faults", {"spec": ""})
        profile.ask("--sync-once")
        stopped = practice.end_state()
    with Practice() as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        assert stopped == practice.end_state()


if __name__ == "__main__":
    main()
