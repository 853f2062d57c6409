#!/usr/bin/python3
"""What happens to an order after it was synced, and to one that was held.

SPDX-License-Identifier: GPL-3.0-or-later
"""

from support import Practice, Profile, main, money, sales_orders_by_reference, test


def of_kind(practice, kind, count=1):
    """The numbers of the store's orders of a kind that are synced by default."""
    numbers = [
        order["id"]
        for order in practice.call("bigcommerce/orders")
        if order["kind"] == kind and order["status_id"] == 11 and not order["is_deleted"]
    ]
    assert len(numbers) >= count, f"the practice store has no order of the kind {kind}"
    return numbers[:count]


def sales_order(practice, number):
    found = sales_orders_by_reference(practice)[str(number)]
    assert len(found) == 1, (number, found)
    return found[0]


def codes(answer):
    return {item["subject"]: item["code"] for item in answer["attention"]}


def assert_in_step(practice, profile):
    """A further sync writes nothing at all."""
    before = len(practice.call("writes"))
    profile.ask("--sync-once")
    assert len(practice.call("writes")) == before, practice.call("writes")[before:]


def edit(practice, number, quantity):
    line = practice.call(f"bigcommerce/orders/{number}")["lines"][0]
    practice.call(
        f"bigcommerce/orders/{number}", {"lines": [{"id": line["id"], "quantity": quantity}]}
    )


@test
def an_edited_order_is_edited_in_brightpearl_and_reserved_again():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        before = sales_order(practice, number)
        edit(practice, number, 3)
        plan = profile.ask("--plan")
        verbs = [step["verb"] for step in plan["steps"]]
        assert verbs and verbs[0] == "update", plan["steps"]
        assert "3 × " in plan["steps"][0]["after"], plan["steps"][0]
        answer = profile.ask("--sync-once")
        assert answer["orders"]["updated"] == 1, answer["orders"]
        after = sales_order(practice, number)
        total = practice.call(f"bigcommerce/orders/{number}")["total_inc_tax"]
        assert money(after["total"]["gross"]) == money(total) != money(before["total"]["gross"])
        assert after["id"] == before["id"]
        assert after["allocationStatusCode"] == "AAA", after["allocationStatusCode"]
        assert_in_step(practice, profile)


@test
def a_picked_order_is_edited_only_when_that_is_approved():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        identifier = sales_order(practice, number)["id"]
        practice.call(f"brightpearl/sales-orders/{identifier}/ship", {"reference": "T1"})
        edit(practice, number, 3)
        writes = len(practice.call("writes"))
        answer = profile.ask("--sync-once", status=1)
        assert codes(answer)[f"order {number}"] == "order-edited", answer["attention"]
        assert len(practice.call("writes")) == writes
        again = profile.ask("--sync-once", status=1)
        assert codes(again)[f"order {number}"] == "order-edited", "it stays listed"


@test
def edits_wait_for_approval_if_the_settings_say_so():
    with Practice(orders=200) as practice, Profile(
        practice, orders={"edited-orders": "attention"}
    ) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        edit(practice, number, 3)
        answer = profile.ask("--sync-once", status=1)
        assert codes(answer)[f"order {number}"] == "order-edited", answer["attention"]
        explained = profile.ask("--explain", str(number))
        assert explained["state"] == "changed", explained
        assert explained["setting"] == "orders.edited-orders", explained
        name = practice.call(f"bigcommerce/orders/{number}")["lines"][0]["name"]
        was, becomes = explained["message"].split(" Was: ")[1].split(" Is: ")
        assert f" × {name}" in was and f"3 × {name}" in becomes, explained["message"]
        profile.ask("--sync-once", "--approve", f"order {number}")
        total = practice.call(f"bigcommerce/orders/{number}")["total_inc_tax"]
        assert money(sales_order(practice, number)["total"]["gross"]) == money(total)
        assert_in_step(practice, profile)


@test
def a_cancelled_order_is_cancelled_and_its_stock_released():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number, shipped = of_kind(practice, "plain", 2)
        identifier = sales_order(practice, shipped)["id"]
        practice.call(f"brightpearl/sales-orders/{identifier}/ship", {"reference": "T1"})
        for cancelled in (number, shipped):
            practice.call(f"bigcommerce/orders/{cancelled}", {"status_id": 5})
        answer = profile.ask("--sync-once", status=1)
        after = sales_order(practice, number)
        assert after["statusId"] == 5 and after["isCanceled"], after
        assert after["allocationStatusCode"] == "ANA", after["allocationStatusCode"]
        assert codes(answer)[f"order {shipped}"] == "order-cancelled-late", answer["attention"]
        assert profile.ask("--explain", str(number))["state"] == "cancelled"
        assert_in_step(practice, profile)


@test
def what_was_deleted_in_brightpearl_is_not_made_again():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "plain")[0]
        identifier = sales_order(practice, number)["id"]
        practice.call_with("DELETE", f"brightpearl/sales-orders/{identifier}")
        for _ in range(2):
            answer = profile.ask("--sync-once", status=1)
            assert codes(answer)[f"order {number}"] == "deleted-in-brightpearl"
        assert not sales_orders_by_reference(practice)[str(number)]


@test
def a_held_order_goes_on_by_itself_once_its_cause_is_mended():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        answer = profile.ask("--sync-once", status=1)
        number = of_kind(practice, "missing-sku")[0]
        assert codes(answer)[f"order {number}"] == "product-missing", answer["attention"]
        explained = profile.ask("--explain", str(number))
        assert explained["setting"] == "orders.missing-product", explained
        for line in practice.call(f"bigcommerce/orders/{number}")["lines"]:
            if line["sku"] in explained["message"]:
                product = {"sku": line["sku"], "name": line["name"], "onHand": {"2": 50}}
                practice.call("brightpearl/products", product)
        answer = profile.ask("--sync-once")
        assert f"order {number}" not in codes(answer), answer["attention"]
        assert sales_order(practice, number)["allocationStatusCode"] == "AAA"
        assert_in_step(practice, profile)


@test
def stock_that_comes_in_is_reserved_for_what_waited():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        number = of_kind(practice, "no-stock")[0]
        before = sales_order(practice, number)
        assert before["allocationStatusCode"] == "ANA", before["allocationStatusCode"]
        timeline = [entry["what"] for entry in profile.ask("--explain", str(number))["timeline"]]
        assert any("stock" in what.lower() for what in timeline), timeline
        assert_in_step(practice, profile)
        for row in before["rows"]:
            if row["productId"] != 1000:
                practice.call(
                    f"brightpearl/products/{row['productId']}", {"onHand": {"2": 100}}
                )
        profile.ask("--sync-once")
        assert sales_order(practice, number)["allocationStatusCode"] == "AAA"
        assert_in_step(practice, profile)


@test
def a_change_of_settings_lets_filtered_and_held_orders_in():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        several = of_kind(practice, "two-addresses")[0]
        assert not sales_orders_by_reference(practice)[str(several)]
        profile.settings["orders"]["several-addresses"] = "split"
        profile.settings["orders"]["bigcommerce-statuses"] = [11, 9]
        profile.save()
        profile.ask("--sync-once")
        found = sales_orders_by_reference(practice)
        group = [found[str(several)][0], found[f"{several}-2"][0]]
        total = practice.call(f"bigcommerce/orders/{several}")["total_inc_tax"]
        assert sum(money(order["total"]["gross"]) for order in group) == money(total)
        for order in practice.call("bigcommerce/orders"):
            if order["kind"] == "awaiting-shipment":
                assert len(found[str(order["id"])]) == 1, order
        assert_in_step(practice, profile)


@test
def products_are_matched_by_the_makers_number_too():
    with Practice(orders=200) as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        for product in practice.call("brightpearl/products"):
            if product["sku"].strip():
                practice.call(
                    f"brightpearl/products/{product['id']}",
                    {"mpn": "M-" + product["sku"].strip()},
                )
        profile.settings["items"] = {"bigcommerce-field": "mpn", "brightpearl-field": "mpn"}
        profile.save()
        number = practice.call("bigcommerce/orders", {"kind": "plain"})["id"]
        profile.ask("--sync-once")
        assert sales_order(practice, number)
        assert_in_step(practice, profile)


if __name__ == "__main__":
    main()
