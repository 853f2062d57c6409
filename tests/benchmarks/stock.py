#!/usr/bin/python3
"""Requests, processor time and memory of stock syncs with very many products.

SPDX-License-Identifier: GPL-3.0-or-later

Prints and asserts nothing. Uses the programs in build/, or those that
BRIGHTCONNECT_PROGRAM and PRACTICE_PROGRAM name.
"""

import argparse

from figures import Store, count_requests, measure, peak_megabytes, processor_seconds, show
from support import Profile

INVENTORY = {"enabled": True, "warehouse-ids": [2], "largest-drop-percent": 100}


def show_sync(words, answer, usage, target):
    stock = answer["stock"]
    requests = answer["requests"]
    show(f"{words}: levels checked", stock["checked"])
    show(f"{words}: levels set in BigCommerce", stock["updated"])
    show(f"{words}: requests", count_requests(answer),
         f"({requests['bigcommerce']} and {requests['brightpearl']})", target)
    show(f"{words}: time", f"{answer['seconds']:.1f}", "seconds")
    show(f"{words}: processor time", f"{1000 * processor_seconds(usage):.0f}", "ms")
    show(f"{words}: peak memory", f"{peak_megabytes(usage):.0f}", "MB")


def move(practice, share):
    """One unit more of a share of the products; returns how many moved."""
    products = [product for product in practice.call("brightpearl/products")
                if product["onHand"].get("2", 0) > 0]
    moving = products[:: max(1, round(1 / share))]
    for product in moving:
        practice.call(f"brightpearl/products/{product['id']}",
                      {"onHand": {"2": product["onHand"]["2"] + 1}})
    return len(moving)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--products", type=int, default=10000)
    options = parser.parse_args()
    with Store(0, options.products) as practice:
        with Profile(practice, inventory=INVENTORY) as profile:
            show_sync("first sync, all to be learned", *measure(profile), "<= 130")
            show_sync("nothing moved", *measure(profile), "<= 3")
            moved = move(practice, 0.01)
            show_sync(f"{moved} products moved", *measure(profile), "<= 10")
            # Another buffer moves every level, so that everything is checked and set.
            profile.settings["inventory"]["buffer"] = 1
            profile.save()
            show_sync("full check, every level moved", *measure(profile), "<= 130")


if __name__ == "__main__":
    main()
