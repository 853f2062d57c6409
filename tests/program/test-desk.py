#!/usr/bin/python3
"""What the daily and hourly checks find, the proof, and what a person decides about an order.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import fcntl
import json
import os
import sqlite3

from support import Practice, Profile, main, money, sales_orders_by_reference, test

HOUR = 3600
DAY = 86400


def of_kind(practice, kind, count=1):
    """The numbers of the store's orders of a kind that are synced by default."""
    numbers = [
        order["id"]
        for order in practice.call("bigcommerce/orders")
        if order["kind"] == kind and order["status_id"] == 11 and not order["is_deleted"]
    ]
    assert len(numbers) >= count, f"the practice store has no order of the kind {kind}"
    return numbers[:count]


def codes(answer):
    return {item["subject"]: item["code"] for item in answer["attention"]}


def advance(practice, seconds):
    """Moves the practice store's clock, by which the program counts hours and days."""
    practice.call("clock", {"advance": seconds})


def edit(practice, number, quantity):
    line = practice.call(f"bigcommerce/orders/{number}")["lines"][0]
    practice.call(
        f"bigcommerce/orders/{number}", {"lines": [{"id": line["id"], "quantity": quantity}]}
    )


def edit_out_of_sight(practice, number, quantity, age):
    """Edits an order so that the store says it was modified before it was last polled."""
    advance(practice, -age)
    edit(practice, number, quantity)
    advance(practice, age)


def total_in_brightpearl(practice, number):
    found = sales_orders_by_reference(practice)[str(number)]
    assert len(found) == 1, (number, found)
    return money(found[0]["total"]["gross"])


def total_in_store(practice, number):
    return money(practice.call(f"bigcommerce/orders/{number}")["total_inc_tax"])


def read_facts(profile, kind):
    """The facts of a kind in the profile's journal, by their keys."""
    path = os.path.join(profile.folder, "data", "brightconnect", "journal.db")
    with contextlib.closing(sqlite3.connect(path)) as journal:
        rows = journal.execute("SELECT key, text FROM facts WHERE kind = ?", [kind]).fetchall()
    return {key: json.loads(text) for key, text in rows}


def add_fact(profile, kind, key, fact):
    path = os.path.join(profile.folder, "data", "brightconnect", "journal.db")
    with contextlib.closing(sqlite3.connect(path)) as journal, journal:
        journal.execute(
            "INSERT INTO facts (kind, key, digest, learned_at, text) VALUES (?, ?, '', 0, ?)",
            [kind, key, json.dumps(fact)],
        )


def stored_proof(profile):
    return read_facts(profile, "proof")


@test
def an_order_archived_in_the_store_is_noticed_by_the_daily_check():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        linked = of_kind(practice, "plain")[0]
        held = of_kind(practice, "missing-sku")[0]
        assert profile.ask("--explain", str(held))["state"] == "held"
        for number in (linked, held):
            practice.call(f"bigcommerce/orders/{number}", {"is_deleted": True})
        answer = profile.ask("--sync-once")
        assert f"order {linked}" not in codes(answer), "the poll cannot see it"
        writes = len(practice.call("writes"))
        advance(practice, DAY)
        profile.ask("--plan")
        assert profile.ask("--explain", str(linked))["state"] == "linked", "a plan does not check"
        answer = profile.ask("--sync-once", status=1)
        assert codes(answer)[f"order {linked}"] == "deleted-in-bigcommerce", answer["attention"]
        assert f"order {held}" not in codes(answer), answer["attention"]
        explained = profile.ask("--explain", str(held))
        assert (explained["state"], explained["code"]) == ("filtered", "archived"), explained
        assert len(practice.call("writes")) == writes, practice.call("writes")[writes:]
        again = profile.ask("--sync-once", status=1)
        assert codes(again)[f"order {linked}"] == "deleted-in-bigcommerce", "it stays listed"


@test
def an_order_that_is_restored_is_in_step_again():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        practice.call(f"bigcommerce/orders/{number}", {"is_deleted": True})
        advance(practice, DAY)
        answer = profile.ask("--sync-once", status=1)
        assert codes(answer)[f"order {number}"] == "deleted-in-bigcommerce", answer["attention"]
        practice.call(f"bigcommerce/orders/{number}", {"is_deleted": False})
        answer = profile.ask("--sync-once")
        assert f"order {number}" not in codes(answer), answer["attention"]
        assert profile.ask("--explain", str(number))["state"] == "linked"


@test
def an_order_that_the_store_does_not_know_any_more_counts_as_deleted():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        known = read_facts(profile, "bigcommerce-order")
        order = known[str(of_kind(practice, "missing-sku")[0])]
        add_fact(profile, "bigcommerce-order", "999999", {**order, "id": 999999})
        advance(practice, DAY)
        profile.ask("--sync-once")
        explained = profile.ask("--explain", "999999")
        assert (explained["state"], explained["code"]) == ("filtered", "archived"), explained
        after = read_facts(profile, "bigcommerce-order")
        assert after.pop("999999")["is_deleted"], "what was known of it stays"
        assert after == known, "nothing else was touched"


@test
def an_order_that_was_never_seen_is_found_by_the_daily_check():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        advance(practice, -4 * DAY)
        number = practice.call("bigcommerce/orders", {"kind": "plain"})["id"]
        advance(practice, 4 * DAY)
        profile.ask("--sync-once")
        assert profile.ask("--explain", str(number))["state"] == "unknown", "out of sight"
        advance(practice, DAY)
        profile.ask("--sync-once")
        assert profile.ask("--explain", str(number))["state"] == "linked"
        assert total_in_brightpearl(practice, number) == total_in_store(practice, number)


@test
def a_change_that_the_poll_missed_is_found_within_the_hour():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        edit_out_of_sight(practice, number, 3, 2 * HOUR)
        expected = total_in_store(practice, number)
        profile.ask("--sync-once")
        assert total_in_brightpearl(practice, number) != expected, "the poll cannot see it"
        advance(practice, HOUR)
        profile.ask("--sync-once")
        assert total_in_brightpearl(practice, number) == expected


@test
def a_change_older_than_two_days_is_found_by_the_daily_check():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        edit_out_of_sight(practice, number, 3, 4 * DAY)
        expected = total_in_store(practice, number)
        advance(practice, HOUR)
        profile.ask("--sync-once")
        assert total_in_brightpearl(practice, number) != expected, "looking back cannot see it"
        advance(practice, DAY)
        profile.ask("--sync-once")
        assert total_in_brightpearl(practice, number) == expected


@test
def checks_cost_nothing_until_they_are_due():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        quiet = profile.ask("--sync-once")["requests"]["bigcommerce"]
        assert quiet <= 2, quiet
        advance(practice, HOUR)
        assert profile.ask("--sync-once")["requests"]["bigcommerce"] == quiet + 1
        assert profile.ask("--sync-once")["requests"]["bigcommerce"] == quiet
        advance(practice, DAY)
        # A look back, and one page of the list; nothing differs.
        assert profile.ask("--sync-once")["requests"]["bigcommerce"] == quiet + 2
        assert profile.ask("--sync-once")["requests"]["bigcommerce"] == quiet


@test
def the_proof_is_stored_daily_and_whenever_it_is_asked_for():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        assert not stored_proof(profile), "the first import is no full check"
        advance(practice, DAY)
        profile.ask("--sync-once")
        daily = stored_proof(profile)
        ignored = of_kind(practice, "missing-sku")[0]
        profile.ask("--ignore", f"order {ignored}", "--why", "Sent by hand", status=0)
        practice.call("bigcommerce/orders", {"kind": "plain"})
        answer = profile.ask("--proof", status=1)
        assert not answer["complete"], "one order was not seen yet"
        profile.ask("--sync-once")
        answer = profile.ask("--proof", status=1)
        assert answer["complete"], answer
        days = {day["day"]: day for day in answer["days"]}
        assert sum(day["attention"] for day in days.values()) > 0, days
        listed = [
            order
            for order in practice.call("bigcommerce/orders")
            if not order["is_deleted"]
            and order["date_created"] >= profile.settings["schedule"]["go-live"]
        ]
        assert sum(day["store"] for day in days.values()) == len(listed)
        for day in days.values():
            parts = [day[part] for part in ("linked", "filtered", "held", "attention")]
            assert sum(parts) == day["store"], day
            for sums in day["money"].values():
                assert money(sums["store"]) == money(sums["brightpearl"]), day
        stored = stored_proof(profile)
        assert set(stored) == set(days) and set(daily) <= set(days), (set(stored), set(daily))
        for name, day in stored.items():
            assert day["complete"], day
            for part in ("store", "linked", "filtered", "held", "attention"):
                assert day[part] == days[name][part], (day, days[name])
        assert sum(day["filtered"] for day in daily.values()) + 1 == sum(
            day["filtered"] for day in days.values()
        ), "the ignored order counts as left out"


@test
def an_ignored_order_is_left_alone_until_it_changes_in_the_store():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        answer = profile.ask("--sync-once", status=1)
        number = of_kind(practice, "missing-sku")[0]
        subject = f"order {number}"
        assert codes(answer)[subject] == "product-missing", answer["attention"]
        said = profile.ask("--ignore", subject, "--why", "Sent by hand", status=0)
        assert said["subject"] == subject and said["state"] == "ignored", said
        assert said["message"] == "Sent by hand", said
        for _ in range(2):
            assert subject not in codes(profile.ask("--sync-once"))
        explained = profile.ask("--explain", str(number), status=0)
        assert explained["state"] == "ignored", explained
        assert any("Sent by hand" in entry["what"] for entry in explained["timeline"]), explained
        practice.call(f"bigcommerce/orders/{number}", {"staff_notes": "no change of content"})
        assert subject not in codes(profile.ask("--sync-once"))
        edit(practice, number, 4)
        answer = profile.ask("--sync-once", status=1)
        assert codes(answer)[subject] == "product-missing", answer["attention"]


@test
def an_order_deleted_in_the_store_can_be_ignored_and_tried_again():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        subject = f"order {number}"
        practice.call(f"bigcommerce/orders/{number}", {"is_deleted": True})
        advance(practice, DAY)
        profile.ask("--sync-once", status=1)
        profile.ask("--ignore", subject, "--why", "Archived on purpose", status=0)
        answer = profile.ask("--sync-once")
        assert subject not in codes(answer), answer["attention"]
        said = profile.ask("--try-now", subject, status=0)
        assert said["state"] == "changed", said
        answer = profile.ask("--sync-once", status=1)
        assert codes(answer)[subject] == "deleted-in-bigcommerce", answer["attention"]


@test
def an_order_that_waits_is_decided_at_the_next_sync_if_asked_for():
    with Practice(orders=200) as practice, Profile(
        practice, schedule={"settle-minutes": 600}
    ) as profile:
        number = practice.call("bigcommerce/orders", {"kind": "plain"})["id"]
        profile.ask("--sync-once")
        explained = profile.ask("--explain", str(number))
        assert explained["state"] == "waiting", explained
        said = profile.ask("--try-now", f"order {number}", status=0)
        assert said["state"] == "waiting", said
        timeline = profile.ask("--explain", str(number))["timeline"]
        assert any("next sync" in entry["what"] for entry in timeline), timeline
        # Rules stay rules: it is decided again, and is still too new.
        profile.ask("--sync-once")
        assert profile.ask("--explain", str(number))["code"] == "settling"


@test
def what_was_refused_for_good_is_tried_again_if_asked_for():
    with Practice(orders=200) as practice, Profile(
        practice, payments={"enabled": True, "default-method": "STRIPE"}
    ) as profile:

        def refusals():
            timeline = profile.ask("--explain", str(number))["timeline"]
            return sum("Refused by Brightpearl" in entry["what"] for entry in timeline)

        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        practice.call(f"bigcommerce/orders/{number}", {"status_id": 5})
        for _ in range(2):
            answer = profile.ask("--sync-once", status=1)
            assert codes(answer)[f"order {number}"] == "order-cancelled-late"
            assert refusals() == 1, "a cancellation is not tried again by itself"
        profile.ask("--try-now", f"order {number}", status=0)
        profile.ask("--sync-once", status=1)
        assert refusals() == 2
        profile.ask("--sync-once", status=1)
        assert refusals() == 2


@test
def what_the_desk_refuses_is_said():
    with Practice(orders=60) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        wrong = [
            ("--ignore", f"order {number}"),
            ("--why", "Sent by hand"),
            ("--ignore", f"order {number}", "--why", " "),
            ("--ignore", "order x", "--why", "Sent by hand"),
            ("--ignore", "stock", "--why", "Sent by hand"),
            ("--ignore", "order 999999", "--why", "Sent by hand"),
            ("--try-now", "order 999999"),
            ("--try-now", f"order {number}", "--plan"),
            ("--try-now", f"order {number}", "--demo"),
        ]
        for arguments in wrong:
            result = profile.run(*arguments)
            assert result.returncode == 2, (arguments, result.returncode, result.stderr)
            assert result.stderr.strip() and not result.stdout, (arguments, result)
        text = profile.run("--try-now", f"order {number}")
        assert text.returncode == 0 and f"order {number}" in text.stdout, text


@test
def the_desk_waits_for_no_sync_of_another_process():
    with Practice(orders=60) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        lock = os.path.join(profile.folder, "data", "brightconnect", "profile.lock")
        with open(lock, "r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            for arguments in (
                ("--try-now", f"order {number}"),
                ("--ignore", f"order {number}", "--why", "Sent by hand"),
            ):
                assert profile.run(*arguments).returncode == 5, arguments
        assert profile.run("--try-now", f"order {number}").returncode == 0


if __name__ == "__main__":
    main()
