#!/usr/bin/python3
"""Processor time per order and peak memory while very many orders are brought over.

SPDX-License-Identifier: GPL-3.0-or-later

Prints and asserts nothing. Uses the programs in build/, or those that
BRIGHTCONNECT_PROGRAM and PRACTICE_PROGRAM name. The practice store runs on the
same machine without limits; its own time is not counted.
"""

import argparse

from figures import SHARE_IN_SCOPE, Store, count_requests, measure, peak_megabytes
from figures import processor_seconds, show
from support import Profile

PAYMENTS = {
    "enabled": True,
    "refunds": True,
    "default-method": "STRIPE",
    "method-map": [{"bigcommerce": "PayPal", "brightpearl": "PAYPAL"}],
}
ALL_FLOWS = {
    "orders": {"brightpearl-statuses": [3, 6, 7]},
    "fulfillment": {
        "enabled": True,
        "shipping-map": [{"brightpearl": 7, "bigcommerce": "Royal Mail 48"}],
    },
    "notes": {
        "enabled": True,
        "customer-field": "PCF_CUSTMSG",
        "staff-field": "PCF_SHOPNOTE",
    },
    "payments": PAYMENTS,
}


def show_run(words, orders, answer, usage):
    processor = processor_seconds(usage)
    show(f"{words}: time", f"{answer['seconds']:.1f}", "seconds")
    show(f"{words}: processor time", f"{1000 * processor / orders:.3f}", "ms per order", "<= 1")
    show(f"{words}: peak memory", f"{peak_megabytes(usage):.0f}", "MB", "<= 120")
    show(f"{words}: requests", count_requests(answer), "to both platforms")


def bring_over(words, orders, groups):
    with Store(round(orders / SHARE_IN_SCOPE)) as practice, Profile(practice, **groups) as profile:
        first, usage = measure(profile)
        created = first["orders"]["created"]
        show(f"{words}: orders brought over", created)
        show_run(words, created, first, usage)
        # A new process, which reads every open sales order anew.
        second, usage = measure(profile)
        show_run(f"{words}, the next sync", created, second, usage)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=10000, help="orders waiting, roughly")
    options = parser.parse_args()
    bring_over("orders with reservation", options.orders, {})
    bring_over("all flows of an order", options.orders, ALL_FLOWS)


if __name__ == "__main__":
    main()
