#!/usr/bin/python3
"""One sync, seen from outside: what arrives, what is planned, what is told.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import json
import re

from support import (
    Practice,
    Profile,
    main,
    money,
    orders_in_scope,
    sales_orders_by_reference,
    test,
)

GROUPS = {
    "orders": {"created", "updated", "adopted", "filtered", "held", "waiting", "in-step"},
    "customers": {"created", "updated"},
    "statuses": {"to-brightpearl", "to-bigcommerce"},
    "notes": {"to-brightpearl", "to-bigcommerce"},
    "shipments": {"created", "updated"},
    "payments": {"created"},
    "refunds": {"created"},
    "stock": {"checked", "updated"},
    "requests": {"bigcommerce", "brightpearl"},
}

# How a step of a plan shows in the requests that the account was asked.
ROUTES = {
    ("orders", "create"): r"POST order-service/sales-order$",
    ("orders", "reserve"): r"POST warehouse-service/order/\{ids\}/reservation/",
    ("customers", "create"): r"POST contact-service/(contact|postal-address)$",
    ("customers", "update"): r"(PATCH|PUT) contact-service/contact/",
}


def held_orders(answer):
    return {
        item["subject"].split()[1]
        for item in answer["attention"]
        if item["subject"].startswith("order ")
    }


@test
def the_report_has_every_group():
    with Practice() as practice, Profile(practice) as profile:
        answer = profile.ask("--sync-once")
    for group, names in GROUPS.items():
        assert set(answer[group]) == names, (group, answer[group])
        assert all(isinstance(count, int) for count in answer[group].values()), answer[group]
    assert answer["mode"] == "automatic"
    assert isinstance(answer["seconds"], float)
    for item in answer["attention"]:
        assert set(item) == {"subject", "code", "message"}, item


@test
def every_order_in_scope_arrives_once_with_its_total():
    with Practice(orders=300) as practice, Profile(practice) as profile:
        answer = profile.ask("--sync-once", status=1)
        held = held_orders(answer)
        found = sales_orders_by_reference(practice)
        expected = orders_in_scope(profile)
        assert len(expected) > 150
        for order in expected:
            reference = str(order["id"])
            sales_orders = found.pop(reference, [])
            assert len(sales_orders) == (reference not in held), (order, len(sales_orders))
            for sales_order in sales_orders:
                total = money(sales_order["total"]["gross"])
                assert total == money(order["total_inc_tax"]), (order, sales_order["total"])
        assert not found, f"nobody asked for {sorted(found)}"
        created = answer["orders"]["created"] + answer["orders"]["adopted"]
        assert created == len(expected) - len(held), answer["orders"]


@test
def a_second_sync_writes_nothing():
    with Practice() as practice, Profile(practice) as profile:
        first = profile.ask("--sync-once")
        practice.call("counts/reset", {})
        second = profile.ask("--sync-once")
        assert practice.call("writes") == []
        assert second["attention"] == first["attention"]
        assert second["orders"]["created"] == 0
        linked = first["orders"]["created"] + first["orders"]["adopted"]
        assert second["orders"]["in-step"] == linked, second["orders"]


@test
def a_new_profile_adopts_what_another_one_created():
    with Practice() as practice:
        with Profile(practice) as first:
            first.ask("--sync-once")
        before = practice.end_state()
        with Profile(practice) as second:
            answer = second.ask("--sync-once")
        assert answer["orders"]["created"] == 0, answer["orders"]
        assert answer["orders"]["adopted"] > 50, answer["orders"]
        assert practice.end_state() == before


@test
def a_plan_names_the_writes_of_the_sync():
    with Practice() as practice, Profile(practice) as profile:
        plan = profile.ask("--plan", status=1)
        assert practice.call("writes") == [], "a plan wrote"
        for step in plan["steps"]:
            assert set(step) == {
                "subject", "flow", "platform", "verb", "summary", "before", "after",
            }, step
        practice.call("counts/reset", {})
        answer = profile.ask("--sync-once", status=1)
        assert plan["attention"] == answer["attention"]

        planned = {step["subject"] for step in plan["steps"] if step["verb"] == "create"
                   and step["flow"] == "orders"}
        written = {f"order {write['body']['externalRef']}" for write in practice.writes()
                   if write["path"].endswith("/sales-order")}
        assert planned == written, planned ^ written

        steps = collections.Counter((step["flow"], step["verb"]) for step in plan["steps"])
        assert steps.pop(("orders", "adopt")) == answer["orders"]["adopted"]
        asked = collections.Counter()
        for route, count in practice.call("counts")["routes"].items():
            for kind, pattern in ROUTES.items():
                if re.search(pattern, route):
                    asked[kind] += count
        assert asked == steps, f"asked {dict(asked)}, planned {dict(steps)}"


@test
def every_state_is_explained():
    with Practice(orders=300) as practice, Profile(practice) as profile:
        held = held_orders(profile.ask("--sync-once"))
        references = {order["id"]: str(order["id"]) for order in orders_in_scope(profile)}
        samples = {}
        for order in practice.call("bigcommerce/orders"):
            samples.setdefault(order["kind"], order["id"])
        found = sales_orders_by_reference(practice)
        for kind, number in samples.items():
            told = profile.ask("--explain", str(number))
            assert set(told) >= {
                "order", "state", "code", "setting", "sales-order", "message", "timeline",
            }, told
            assert told["order"] == number
            assert told["message"], (kind, told)
            if str(number) in held:
                assert told["state"] == "held" and told["code"], (kind, told)
                assert told["sales-order"] is None, (kind, told)
            elif number in references:
                assert told["state"] == "linked", (kind, told)
                assert told["sales-order"] == found[str(number)][0]["id"], (kind, told)
                assert told["timeline"], (kind, told)
            elif kind not in ("archived", "before-go-live"):  # the store may not list them
                assert told["state"] == "filtered" and told["setting"], (kind, told)
            for entry in told["timeline"]:
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["time"]), entry
        unknown = profile.ask("--explain", "999999999", status=0)
        assert unknown["state"] == "unknown" and unknown["sales-order"] is None, unknown


@test
def the_proof_adds_up():
    with Practice() as practice, Profile(practice) as profile:
        profile.ask("--sync-once")
        proof = profile.ask("--proof")
        assert proof["complete"] is True
        for day in proof["days"]:
            parts = day["linked"] + day["filtered"] + day["held"] + day["attention"]
            assert parts == day["store"], day
            for amounts in day["money"].values():
                assert money(amounts["store"]) == money(amounts["brightpearl"]), day
        since = profile.settings["schedule"]["go-live"]
        wanted = [order for order in practice.call("bigcommerce/orders")
                  if order["date_created"] >= since and not order["is_deleted"]]
        counted = sum(day["store"] for day in proof["days"])
        assert counted == len(wanted), (counted, len(wanted))


@test
def the_demo_needs_nothing():
    with Practice() as practice, Profile(practice) as profile:
        profile.save("{}")
        result = profile.run("--demo", "--demo-orders", "120", "--sync-once", "--json")
        assert result.returncode == 1, (result.returncode, result.stderr)
        answer = json.loads(result.stdout)
        assert answer["orders"]["created"] > 50, answer
        plan = profile.ask("--demo", "--demo-orders", "120", "--plan")
        assert len(plan["steps"]) > 100
        number = next(item["subject"].split()[1] for item in answer["attention"]
                      if item["code"] == "product-missing")
        told = profile.ask("--demo", "--demo-orders", "120", "--explain", number)
        assert told["state"] == "held", told
        assert practice.call("counts")["bigcommerce"]["requests"] == 0


@test
def text_is_for_people():
    with Practice() as practice, Profile(practice) as profile:
        plan = profile.run("--plan")
        assert "none was sent" in plan.stdout, plan.stdout[-300:]
        result = profile.run("--sync-once")
        assert "orders created in Brightpearl" in result.stdout, result.stdout
        assert "need you" in result.stdout, result.stdout
        assert "complete" in profile.run("--proof").stdout or profile.run("--proof").stdout


if __name__ == "__main__":
    main()
