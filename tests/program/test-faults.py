#!/usr/bin/python3
"""Faults of every kind, and a program that is killed, lead to the same end.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import random
import subprocess

from support import Practice, Profile, main, test

FAULTS = ("throttle", "error", "unavailable", "html", "reset", "lost", "truncate", "slow")
KILLS = int(os.environ.get("BRIGHTCONNECT_TEST_KILLS", "100"))


def compare(found, expected):
    for part in expected:
        if found[part] == expected[part]:
            continue
        if part == "orders":
            extra = [order for order in found[part] if order not in expected[part]]
            missing = [order for order in expected[part] if order not in found[part]]
            count = f"{len(found[part])} for {len(expected[part])}"
            raise AssertionError(f"{part}: {count}, extra {extra[:3]}, missing {missing[:3]}")
        raise AssertionError(f"{part}: {found[part]} for {expected[part]}")


def undisturbed(orders):
    with Practice(orders=orders) as practice, Profile(practice) as profile:
        answer = profile.ask("--sync-once")
        return practice.end_state(), answer["attention"]


def add_fault_test(kind, expected):
    """Each kind by itself, so that a failure names it."""

    def run():
        with Practice() as practice, Profile(practice) as profile:
            practice.call("faults", {"spec": f"{kind}=0.1,seed=7"})
            profile.ask("--sync-once")
            practice.call("faults", {"spec": ""})
            answer = profile.ask("--sync-once")
            compare(practice.end_state(), expected()[0])
            assert answer["attention"] == expected()[1], answer["attention"]

    run.__name__ = f"ten_percent_{kind}"
    test(run)


def once(function, *arguments):
    """What @function returns, found out when it is first needed."""
    known = []

    def get():
        if not known:
            known.append(function(*arguments))
        return known[0]

    return get


EXPECTED = once(undisturbed, 120)
for fault in FAULTS:
    add_fault_test(fault, EXPECTED)


@test
def all_kinds_together():
    with Practice() as practice, Profile(practice) as profile:
        spec = ",".join(f"{kind}=0.0125" for kind in FAULTS)
        practice.call("faults", {"spec": spec + ",seed=11"})
        profile.ask("--sync-once")
        practice.call("faults", {"spec": ""})
        profile.ask("--sync-once")
        compare(practice.end_state(), EXPECTED()[0])


@test
def killed_at_random_moments():
    orders = 1000
    generator = random.Random(5)
    with Practice(orders=orders) as practice, Profile(practice) as profile:
        practice.call("faults", {"spec": "lost=0.3,seed=3"})
        practice.call("search-lag", {"seconds": 1})
        killed = 0
        for _ in range(KILLS):
            process = profile.start("--sync-once")
            try:
                process.wait(timeout=generator.uniform(0.0, 0.25))
            except subprocess.TimeoutExpired:
                process.kill()
                killed += 1
            process.communicate()
        assert killed > KILLS / 2, f"only {killed} runs were long enough to be killed"
        practice.call("faults", {"spec": ""})
        practice.call("search-lag", {"seconds": 0})
        answer = profile.ask("--sync-once")
        expected, attention = undisturbed(orders)
        compare(practice.end_state(), expected)
        assert answer["attention"] == attention, answer["attention"]


if __name__ == "__main__":
    main()
