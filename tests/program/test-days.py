#!/usr/bin/python3
"""Five simulated days of a shop with every flow on, and what a poll costs.

SPDX-License-Identifier: GPL-3.0-or-later

Shoppers, staff and the merchant do something; each sync is compared with the
plan before it, and after the days both platforms must agree.
"""

import days_support as support
from days_support import GROUPS, Days, Ledger, tidy
from support import Practice, Profile, main, money, test

SECONDS_PER_DAY = 86400
# What the seed made wrong on purpose, and needs a person for.
SEEDED_PROBLEMS = {
    "product-missing",
    "product-ambiguous",
    "customer-ambiguous",
    "customer-without-email",
    "totals-differ",
    "several-addresses",
    "currency-missing",
}
DAILY_KINDS = (
    ("plain", "registered", "paypal", "card-in-two-steps", "gift-certificate-and-card"),
    ("plain", "returning", "store-credit", "cash-on-delivery", "coupon-percent"),
    ("plain", "mixed-rates", "shipping-taxed", "options", "cash-on-delivery"),
    ("plain", "company", "gift-wrapping", "digital", "handling-fee"),
    ("plain", "foreign", "euro", "promotion", "authorized"),
)


class Shop:
    """What people do in a day, and what is expected to come of it."""

    def __init__(self, practice, profile):
        self.practice = practice
        self.days = Days(practice, profile)
        self.placed = {}

    def sales_order(self, number):
        return Ledger(self.practice).linked[number]

    def order(self, number):
        return self.practice.call(f"bigcommerce/orders/{number}")

    def place(self, kinds):
        for kind in kinds:
            number = self.practice.call("bigcommerce/orders", {"kind": kind})["id"]
            self.placed.setdefault(kind, []).append(number)
        done = self.days.sync()
        created = [subject for subject, flow, verb in done if (flow, verb) == ("orders", "create")]
        assert len(created) == len(kinds), (kinds, done)
        self.days.assert_quiet()

    def in_store(self, number, change, *expected):
        self.practice.call(f"bigcommerce/orders/{number}", change)
        self.days.change(*((f"order {number}", verb) for verb in expected))

    def in_brightpearl(self, number, change, *expected):
        identifier = self.sales_order(number)["id"]
        self.practice.call(f"brightpearl/sales-orders/{identifier}", change)
        self.days.change(*((f"order {number}", verb) for verb in expected))

    def ship(self, number, *reactions, **what):
        """Ships what is left, or some rows; the note's id."""
        identifier = self.sales_order(number)["id"]
        note = self.practice.call(f"brightpearl/sales-orders/{identifier}/ship", what)["id"]
        self.days.change(*((f"order {number}", verb) for verb in ("ship", *reactions)))
        return note

    def unshipped(self, count, smallest_units=1):
        """Orders that are reserved and that nobody has touched yet."""
        found = [
            number
            for number, order in sorted(Ledger(self.practice).linked.items())
            if order["statusId"] == 3
            and order["allocationStatusCode"] == "AAA"
            and order["shippingStatusCode"] == "SNS"
            and not any(row["bundleParent"] for row in order["rows"])
            and self.order(number)["kind"] in ("plain", "registered", "returning", "paypal")
            and self.order(number)["status_id"] == 11
            and max(float(row["quantity"]) for row in order["rows"]) >= smallest_units
        ]
        assert len(found) >= count, found
        return found[-count:]


def first_day(shop):
    """Everything that waited comes over, then the orders of the day; some are shipped."""
    shop.days.sync()
    shop.days.assert_quiet()
    shop.place(DAILY_KINDS[0])
    one, other = shop.unshipped(2)
    shop.ship(one, "set-status", reference="HL1001GB")
    note = shop.ship(other, "set-status")
    shop.practice.call(f"brightpearl/goods-out-notes/{note}", {"reference": "HL1002GB"})
    shop.days.change((f"order {other}", "update"))


def second_day(shop):
    """Parts are shipped one after the other; statuses move on either side."""
    shop.place(DAILY_KINDS[1])
    number = shop.unshipped(1, smallest_units=2)[0]
    rows = shop.sales_order(number)["rows"]
    row = max(rows, key=lambda row: float(row["quantity"]))
    shop.ship(number, rows={str(row["id"]): 1}, reference="HL2001GB")
    assert shop.order(number)["status_id"] == 3
    shop.ship(number, "set-status", reference="HL2002GB")
    assert shop.order(number)["status_id"] == 2
    from_store, from_staff, behind_gate = shop.unshipped(3)
    shop.in_store(from_store, {"status_id": 9}, "set-status")
    assert shop.sales_order(from_store)["statusId"] == 6
    shop.in_store(from_store, {"status_id": 11}, "set-status")
    shop.in_brightpearl(from_staff, {"statusId": 6}, "set-status")
    assert shop.order(from_staff)["status_id"] == 9
    shop.in_brightpearl(behind_gate, {"statusId": 8})
    assert shop.order(behind_gate)["status_id"] == 11, "the gate is shut"
    shop.in_brightpearl(behind_gate, {"statusId": 6}, "set-status")
    assert shop.order(behind_gate)["status_id"] == 9, "what waited is sent"


def third_day(shop):
    """Notes are written on either side, and on both at once."""
    shop.place(DAILY_KINDS[2])
    blank = [number for number in shop.unshipped(6) if not shop.order(number)["staff_notes"]]
    first, second, third = blank[:3]
    shop.in_store(first, {"staff_notes": "Fragile & urgent.  \r\nCall <first>."}, "set-note")
    field = {"PCF_SHOPNOTE": "Fragile & urgent.\nCalled at 9; it's \"fine\"."}
    shop.in_brightpearl(first, {"customFields": field}, "set-note")
    shop.in_brightpearl(second, {"customFields": {"PCF_SHOPNOTE": "Gift: wrap twice"}}, "set-note")
    shop.in_store(second, {"staff_notes": "Gift: wrap once"}, "set-note")
    shop.in_store(second, {"customer_message": "Ring twice, please = thanks"}, "set-note")
    shop.practice.call(f"bigcommerce/orders/{third}", {"staff_notes": "From the store"})
    shop.in_brightpearl(
        third, {"customFields": {"PCF_SHOPNOTE": "From staff"}}, "set-note", "set-note"
    )
    merged = tidy(shop.order(third)["staff_notes"])
    assert "From the store" in merged and "From staff" in merged, merged
    codes = {item["subject"]: item["code"] for item in shop.days.answer["attention"]}
    assert codes.get(f"order {third}") == "notes-conflict", codes
    answer = shop.days.profile.ask("--sync-once", "--approve", f"order {third}")
    subjects = [item["subject"] for item in answer["attention"]]
    assert f"order {third}" not in subjects, answer["attention"]
    shop.days.assert_quiet()


def fourth_day(shop):
    """Shoppers change their minds: edits, cancellations, refunds."""
    shop.place(DAILY_KINDS[3])
    edited, cancelled = shop.placed["cash-on-delivery"]
    line = shop.order(edited)["lines"][0]
    quantity = line["quantity"] + 1
    lines = {"lines": [{"id": line["id"], "quantity": quantity}]}
    shop.in_store(edited, lines, "update", "reserve")
    shop.in_store(edited, {"shipping": {"street_1": "5 Quay Street"}}, "update")
    lines = {"lines": [{"id": line["id"], "quantity": line["quantity"]}]}
    shop.in_store(edited, lines, "update")
    lines = {"lines": [{"id": line["id"], "quantity": 1}], "add-line": {"sku": "MUG-BLU"}}
    shop.in_store(edited, lines, "update", "reserve")
    delivery = shop.sales_order(edited)["delivery"]["address"]
    assert delivery["addressLine1"] == "5 Quay Street", delivery
    shop.in_store(cancelled, {"status_id": 5}, "set-status")
    assert shop.sales_order(cancelled)["allocationStatusCode"] == "ANA"
    whole, part, amount = shop.unshipped(3)
    for number, body in (
        (part, {"lines": [{"id": shop.order(part)["lines"][0]["id"], "quantity": 1}]}),
        (amount, {"amount": "1.50"}),
        (whole, {"amount": f"{money(shop.order(whole)['total_inc_tax']):.2f}"}),
    ):
        shop.practice.call(f"bigcommerce/orders/{number}/refund", body)
        shop.days.change((f"order {number}", "refund"), (f"order {number}", "pay"))
    shop.practice.call(f"bigcommerce/orders/{amount}/refund", {"amount": "0.50"})
    shop.days.change((f"order {amount}", "refund"), (f"order {amount}", "pay"))


def fifth_day(shop):
    """Stock comes and goes, money is captured late, what was missing is there."""
    shop.place(DAILY_KINDS[4])
    product = next(
        product
        for product in shop.practice.call("brightpearl/products")
        if product["sku"] == "MUG-BLU"
    )
    for on_hand in (12, 0, 90):
        shop.practice.call(f"brightpearl/products/{product['id']}", {"onHand": {"2": on_hand}})
        assert shop.days.sync() == {("stock", "stock", "set-stock"): 1}
        support.assert_stock_agrees(Ledger(shop.practice), shop.practice, shop.days.profile)
        shop.days.assert_quiet()
    authorized = shop.placed["authorized"][0]
    shop.practice.call(f"bigcommerce/orders/{authorized}/capture", {})
    shop.days.change((f"order {authorized}", "pay"))
    missing = {
        item["subject"]: item["message"].split(" ")[0]
        for item in shop.days.answer["attention"]
        if item["code"] == "product-missing"
    }
    for subject, sku in missing.items():
        added = {"sku": sku, "name": sku.lower(), "onHand": {"2": 50}}
        shop.practice.call("brightpearl/products", added)
        done = shop.days.sync()
        assert (subject, "orders", "create") in done, done
        shop.days.assert_quiet()


@test
def five_days_end_in_step():
    days = (first_day, second_day, third_day, fourth_day, fifth_day)
    with Practice(orders=120) as practice, Profile(practice, **GROUPS) as profile:
        shop = Shop(practice, profile)
        for day in days:
            day(shop)
            support.assert_stock_agrees(Ledger(practice), practice, profile)
            shop.days.advance(SECONDS_PER_DAY)
        shop.days.sync()
        shop.days.assert_quiet()
        attention = shop.days.answer["attention"]
        codes = {item["code"] for item in attention}
        assert codes <= SEEDED_PROBLEMS, attention
        left_alone = {
            int(item["subject"].split()[1])
            for item in attention
            if item["subject"].startswith("order ")
        }
        ledger = Ledger(practice)
        support.assert_nothing_twice(ledger, practice.writes())
        assert support.assert_orders_agree(ledger, profile, left_alone) > 100
        support.assert_messages_agree(ledger, practice, ledger.linked)
        assert support.assert_shipments_agree(ledger) == 4
        assert support.assert_payments_agree(ledger, practice) > 90
        assert support.assert_refunds_agree(ledger) == 4
        assert support.assert_stock_agrees(ledger, practice, profile) > 40
        proof = profile.ask("--proof")
        assert proof["complete"], proof


def cost_of_a_poll(practice, profile):
    """The requests of a sync that finds nothing new, besides the re-read of open orders."""
    profile.ask("--sync-once")
    practice.call("counts/reset", {})
    profile.ask("--sync-once")
    counts = practice.call("counts")
    assert not practice.writes(), practice.writes()
    rereads = sum(
        count
        for route, count in counts["routes"].items()
        if route.startswith("brightpearl GET order-service/") and route.endswith("{ids}")
    )
    assert rereads <= 2, counts["routes"]
    print(f"# requests: {sorted(counts['routes'].items())}")
    return counts["bigcommerce"]["requests"], counts["brightpearl"]["requests"] - rereads


@test
def a_poll_with_nothing_new_costs_little():
    with Practice(orders=0) as practice, Profile(practice, **GROUPS) as profile:
        for kinds in DAILY_KINDS:
            for kind in kinds:
                practice.call("bigcommerce/orders", {"kind": kind})
        profile.ask("--sync-once")
        store, brightpearl = cost_of_a_poll(practice, profile)
        assert store <= 2 and brightpearl <= 3, (store, brightpearl)
        profile.settings["inventory"]["enabled"] = False
        profile.save()
        store, brightpearl = cost_of_a_poll(practice, profile)
        assert store <= 2 and brightpearl <= 2, (store, brightpearl)


@test
def a_poll_looks_after_what_waits_with_one_request_for_each_cause():
    with Practice(orders=120) as practice, Profile(practice, **GROUPS) as profile:
        profile.ask("--sync-once")
        store, brightpearl = cost_of_a_poll(practice, profile)
        assert store <= 2, store
        # Whether stock came in, and whether a missing product was added.
        assert brightpearl <= 3 + 2, brightpearl


if __name__ == "__main__":
    main()
