#!/usr/bin/python3
"""Figures about orders: requests per order, a poll with nothing new, processor time, memory.

SPDX-License-Identifier: GPL-3.0-or-later

Prints and asserts nothing. Uses the programs in build/, or those that
BRIGHTCONNECT_PROGRAM and PRACTICE_PROGRAM name.
"""

import argparse
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "program"))

from support import Practice, Profile, orders_in_scope  # pylint: disable=wrong-import-position

# So many of the store's orders are in scope of the settings, roughly.
SHARE_IN_SCOPE = 0.63


def show(name, value, unit=""):
    print(f"{name:<64} {value:>10} {unit}".rstrip())


def measure(profile):
    """Syncs once; returns the answer and what the process used."""
    process = profile.start("--sync-once", "--json")
    text = process.stdout.read()
    process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"the sync ended with {process.returncode}: {text}")
    return json.loads(text), usage


def introduce_customers(practice):
    """Lets Brightpearl know every shopper before the first order arrives."""
    emails = {order["email"].strip() for order in practice.call("bigcommerce/orders")}
    for email in sorted(emails - {""}):
        practice.call(
            "brightpearl/contacts",
            {"kind": "customer", "firstName": "Known", "lastName": "Shopper",
             "primaryEmail": email},
        )


def requests_per_order(orders, known):
    settings = {"items": {"update-customers": "never"}} if known else {}
    with Practice(orders=round(orders / SHARE_IN_SCOPE)) as practice:
        with Profile(practice, **settings) as profile:
            if known:
                introduce_customers(practice)
            answer, _ = measure(profile)
            idle, _ = measure(profile)
    created = answer["orders"]["created"]
    words = "customers known" if known else "customers new"
    per_order = answer["requests"]["brightpearl"] / created
    per_thousand = 1000 * answer["requests"]["bigcommerce"] / created
    show(f"{created} orders with reservation, {words}: Brightpearl", f"{per_order:.3f}",
         "requests per order")
    show(f"{created} orders with reservation, {words}: BigCommerce", f"{per_thousand:.1f}",
         "requests per 1,000 orders")
    show("the next sync with nothing new, orders read anew: Brightpearl",
         idle["requests"]["brightpearl"], "requests")
    show("the next sync with nothing new, orders read anew: BigCommerce",
         idle["requests"]["bigcommerce"], "requests")


def cost_per_order(orders):
    with Practice(orders=orders) as practice, Profile(practice) as profile:
        in_scope = len(orders_in_scope(profile))
        answer, usage = measure(profile)
    processor = 1000 * (usage.ru_utime + usage.ru_stime)
    show(f"{orders} orders in the store, {in_scope} in scope: time", f"{answer['seconds']:.1f}",
         "seconds")
    show("processor time", f"{processor / orders:.3f}", "ms per order of the store")
    show("processor time", f"{processor / in_scope:.3f}", "ms per order in scope")
    show("peak memory", f"{usage.ru_maxrss / 1024:.0f}", "MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=500, help="orders waiting")
    parser.add_argument("--large", type=int, default=10000, help="orders for time and memory")
    options = parser.parse_args()
    requests_per_order(options.orders, known=False)
    requests_per_order(options.orders, known=True)
    cost_per_order(options.large)


if __name__ == "__main__":
    main()
