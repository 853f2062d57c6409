#!/usr/bin/python3
"""Who decides that something is written: watch, ask and automatic.

SPDX-License-Identifier: GPL-3.0-or-later
"""

from support import Practice, Profile, main, sales_orders_by_reference, test


@test
def watch_writes_nothing_and_says_so():
    with Practice() as practice, Profile(practice, mode="watch") as profile:
        answer = profile.ask("--sync-once")
        assert answer["mode"] == "watch"
        assert answer["orders"]["created"] == 0, answer["orders"]
        result = profile.run("--sync-once")
        assert "Watching only" in result.stdout, result.stdout
        assert "writes wait" in result.stdout, result.stdout
        profile.run("--sync-once", "--approve", "all")
        assert practice.call("writes") == []


@test
def ask_writes_only_what_was_approved():
    with Practice() as practice, Profile(practice, mode="ask") as profile:
        plan = profile.ask("--plan")
        subject = next(
            step["subject"] for step in plan["steps"] if step["flow"] == "customers"
        )
        number = subject.split()[1]
        answer = profile.ask("--sync-once")
        assert answer["mode"] == "ask"
        assert practice.call("writes") == [], "nothing was approved yet"

        answer = profile.ask("--sync-once", "--approve", subject)
        assert answer["orders"]["created"] == 1, answer["orders"]
        sales_order = sales_orders_by_reference(practice)[number][0]
        writes = practice.writes()
        kinds = [write["path"].rsplit("/", 1)[-1] for write in writes]
        assert kinds.count("sales-order") == 1, kinds
        assert kinds.count("contact") <= 1, kinds
        for write in writes:
            if "reservation" in write["path"]:
                assert f"/order/{sales_order['id']}/" in write["path"], write

        profile.ask("--sync-once")
        assert len(practice.writes()) == len(writes), "an approval is for one sync"


@test
def approving_everything_equals_automatic():
    with Practice() as practice, Profile(practice, mode="ask") as profile:
        profile.ask("--sync-once", "--approve", "all")
        approved = practice.end_state()
    with Practice() as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        assert practice.end_state() == approved


if __name__ == "__main__":
    main()
