#!/usr/bin/python3
"""Figures about orders: requests per order, and a poll with nothing new.

SPDX-License-Identifier: GPL-3.0-or-later

Prints and asserts nothing. Uses the programs in build/, or those that
BRIGHTCONNECT_PROGRAM and PRACTICE_PROGRAM name.
"""

import argparse

from figures import SHARE_IN_SCOPE, Store, measure, show
from support import Profile


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
    with Store(round(orders / SHARE_IN_SCOPE)) as practice:
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
         "requests per order", "<= 0.5" if known else "<= 0.8")
    show(f"{created} orders with reservation, {words}: BigCommerce", f"{per_thousand:.1f}",
         "requests per 1,000 orders", "<= 6")
    show("the next sync with nothing new, orders read anew: Brightpearl",
         idle["requests"]["brightpearl"], "requests")
    show("the next sync with nothing new, orders read anew: BigCommerce",
         idle["requests"]["bigcommerce"], "requests")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=500, help="orders waiting")
    options = parser.parse_args()
    requests_per_order(options.orders, known=False)
    requests_per_order(options.orders, known=True)


if __name__ == "__main__":
    main()
