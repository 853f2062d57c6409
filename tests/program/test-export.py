#!/usr/bin/python3
"""What the journal knows, as CSV and as JSON.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io

from support import TOKENS, Practice, Profile, main, test

WHAT = ("activity", "attention", "proof", "audit")


def export_csv(profile, what):
    result = profile.run("--export", what)
    assert result.returncode == 0, (what, result.stderr)
    return result.stdout, list(csv.DictReader(io.StringIO(result.stdout, newline="")))


def synced(**settings):
    practice = Practice(orders=60)
    profile = Profile(practice, **settings)
    return practice, profile


@test
def both_formats_tell_the_same():
    practice, profile = synced(payments={"enabled": True, "default-method": "STRIPE"})
    with practice, profile:
        profile.ask("--sync-once")
        profile.ask("--proof")
        for what in WHAT:
            text, rows = export_csv(profile, what)
            answer = profile.ask("--export", what)
            assert answer["export"] == what
            assert len(rows) == len(answer["rows"]) > 0, (what, len(rows))
            first = answer["rows"][0]
            assert list(first) == list(rows[0]), what
            for token in TOKENS:
                assert practice.greeting[token] not in text, f"{what} tells a token"


@test
def audit_has_each_write_once():
    practice, profile = synced()
    with practice, profile:
        profile.ask("--sync-once")
        rows = profile.ask("--export", "audit")["rows"]
        assert len({row["id"] for row in rows}) == len(rows)
        created = [row for row in rows if row["kind"] == "create-sales-order"]
        assert all(row["outcome"] == "done" for row in created)
        orders = practice.call("brightpearl/sales-orders")
        assert len(created) == len(orders)
        assert {row["detail"] for row in created} <= {str(order["id"]) for order in orders} | {""}


@test
def attention_is_that_of_the_sync():
    practice, profile = synced()
    with practice, profile:
        wanted = {item["subject"]: item["code"] for item in profile.ask("--sync-once")["attention"]}
        rows = profile.ask("--export", "attention")["rows"]
        assert {row["subject"]: row["code"] for row in rows} == wanted
        assert wanted


@test
def proof_adds_up_by_day():
    practice, profile = synced()
    with practice, profile:
        profile.ask("--sync-once")
        days = {day["day"]: day for day in profile.ask("--proof")["days"]}
        rows = profile.ask("--export", "proof")["rows"]
        assert {row["day"] for row in rows} == set(days)
        for row in rows:
            day = days[row["day"]]
            for name in ("store", "linked", "filtered", "held", "attention"):
                assert row[name] == day[name], row
            parts = row["linked"] + row["filtered"] + row["held"] + row["attention"]
            assert row["store"] == parts, row


@test
def all_pages_of_a_long_journal():
    with Practice(orders=700) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        rows = profile.ask("--export", "activity")["rows"]
        assert len(rows) > 1000, len(rows)
        assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})


@test
def nothing_else_is_accepted():
    practice, profile = synced()
    with practice, profile:
        for arguments in (("--export", "everything"), ("--export", "proof", "--plan")):
            result = profile.run(*arguments)
            assert result.returncode == 2, (arguments, result.returncode)
            assert result.stdout == "", arguments
            assert "--export" in result.stderr, result.stderr


@test
def an_empty_journal_has_headings_only():
    practice, profile = synced()
    with practice, profile:
        for what in WHAT:
            text, rows = export_csv(profile, what)
            assert rows == [] and text.count("\n") == 1, (what, text)
            assert profile.ask("--export", what)["rows"] == []


if __name__ == "__main__":
    main()
