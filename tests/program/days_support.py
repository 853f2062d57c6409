"""Steps of simulated days, and whether both platforms agree after them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import html
import re

from support import is_in_scope, money

GROUPS = {
    "orders": {
        "brightpearl-statuses": [3, 6, 7],
        "status-map": [
            {"bigcommerce": 11, "brightpearl": 3},
            {"bigcommerce": 9, "brightpearl": 6},
            {"bigcommerce": 2, "brightpearl": 7},
            {"bigcommerce": 12, "brightpearl": 8},
        ],
    },
    "fulfillment": {"enabled": True, "trigger": "goods-out-note"},
    "notes": {"enabled": True, "customer-field": "PCF_CUSTMSG", "staff-field": "PCF_SHOPNOTE"},
    "payments": {
        "enabled": True,
        "refunds": True,
        "default-method": "STRIPE",
        "method-map": [
            {"bigcommerce": "Stripe", "brightpearl": "STRIPE"},
            {"bigcommerce": "PayPal", "brightpearl": "PAYPAL"},
            {"bigcommerce": "gift_certificate", "brightpearl": "GIFTCARD"},
            {"bigcommerce": "store_credit", "brightpearl": "STORECREDIT"},
        ],
    },
    "inventory": {"enabled": True, "warehouse-ids": [2], "largest-drop-percent": 100},
}
MAP = {(row["bigcommerce"], row["brightpearl"]) for row in GROUPS["orders"]["status-map"]}
CANCELLED = (5, 5)
# The store sets these itself when it ships a part or refunds; no row of the map names them.
OF_THE_STORE = (3, 4, 14)
# Those in which the store holds no units for an order.
WITHOUT_UNITS = (0, 2, 4, 5, 6, 10)
FREE_TEXT = 1000
MAIN_WAREHOUSE = "2"

# How a write looks that belongs to a flow and a verb of the plan.
KINDS = (
    ("POST", r"/contact-service/(postal-address|contact)", "customers", "create"),
    ("(PUT|PATCH)", r"/contact-service/contact/.*", "customers", "update"),
    ("POST", r"/order-service/sales-order", "orders", "create"),
    ("PUT", r"/order-service/sales-order/(\d+)", "orders", "update"),
    ("(POST|PUT)", r"/warehouse-service/order/(\d+)/reservation.*", "orders", "reserve"),
    ("DELETE", r"/warehouse-service/order/(\d+)/reservation.*", "orders", "release"),
    ("PUT", r"/order-service/order/(\d+)/status", "statuses", "set-status"),
    ("PATCH", r"/order-service/order/(\d+)/custom-field", "notes", "set-note"),
    ("POST", r"/accounting-service/customer-payment", "payments", "pay"),
    ("POST", r"/order-service/sales-credit", "refunds", "refund"),
    ("POST", r"/v2/orders/(\d+)/shipments", "shipments", "ship"),
    ("PUT", r"/v2/orders/(\d+)/shipments/\d+", "shipments", "update"),
    ("PUT", r"/v3/inventory/.*", "stock", "set-stock"),
)


def tidy(text):
    """A note as people read it: without the escapes and line ends of either platform."""
    text = html.unescape(html.unescape(text or "")).replace("\\'", "'").replace("\r", "")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


class Ledger:
    """Everything that stands on both platforms at a moment."""

    def __init__(self, practice):
        get = practice.call
        self.orders = {order["id"]: order for order in get("bigcommerce/orders")}
        self.shipments = get("bigcommerce/shipments")
        self.refunds = get("bigcommerce/refunds")
        self.stock = get("bigcommerce/stock")
        self.sales_orders = get("brightpearl/sales-orders")
        self.credits = get("brightpearl/sales-credits")
        self.payments = get("brightpearl/payments")
        self.notes = get("brightpearl/goods-out-notes")
        self.products = get("brightpearl/products")
        self.linked = {
            int(order["externalRef"]): order
            for order in self.sales_orders
            if int(order["externalRef"].split("-")[0]) in self.orders
            and "-" not in order["externalRef"]
        }
        self.order_of = {order["id"]: number for number, order in self.linked.items()}
        for credit in self.credits:
            self.order_of[credit["id"]] = self.order_of.get(credit["parentId"])


def classify(write, ledger):
    """The subject, flow and verb of a write, as a plan has to name them."""
    path, body = write["path"], write["body"]
    if write["platform"] == "bigcommerce" and re.fullmatch(r"/v2/orders/\d+", path):
        flow, verb = ("notes", "set-note") if "staff_notes" in body else ("statuses", "set-status")
        return f"order {path.rsplit('/', 1)[1]}", flow, verb
    for method, pattern, flow, verb in KINDS:
        found = re.fullmatch(pattern, path)
        if not found or not re.fullmatch(method, write["method"]):
            continue
        if flow in ("customers", "stock"):
            return ("stock" if flow == "stock" else ""), flow, verb
        if write["platform"] == "bigcommerce":
            return f"order {found.group(1)}", flow, verb
        if path.endswith("/sales-order"):
            return f"order {body['externalRef'].split('-')[0]}", flow, verb
        if path.endswith("/sales-credit"):
            number = ledger.order_of[body.get("parentId") or body["parentOrderId"]]
            return f"order {number}", flow, verb
        if flow == "payments":
            is_credit = body["orderId"] in {credit["id"] for credit in ledger.credits}
            flow = "refunds" if is_credit else flow
            return f"order {ledger.order_of[body['orderId']]}", flow, verb
        if verb == "set-status" and body["orderStatusId"] == CANCELLED[1]:
            flow = "orders"
        return f"order {ledger.order_of[int(found.group(1))]}", flow, verb
    raise AssertionError(f"a write of no flow: {write}")


def planned(plan):
    return collections.Counter(
        ("" if step["flow"] == "customers" else step["subject"], step["flow"], step["verb"])
        for step in plan["steps"]
        if step["verb"] != "adopt"
    )


def was_nothing_reserved(key, ledger):
    subject, flow, verb = key
    number = int(subject.split()[1]) if subject.startswith("order ") else 0
    return (
        (flow, verb) == ("orders", "reserve")
        and ledger.linked[number]["allocationStatusCode"] == "ANA"
    )


class Days:
    """Syncs of a profile, each compared with the plan before it."""

    def __init__(self, practice, profile):
        self.practice = practice
        self.profile = profile
        self.seen = len(practice.writes())
        self.answer = None

    def advance(self, seconds):
        self.practice.call("clock", {"advance": seconds})

    def sync(self):
        """Plans, syncs, and compares; returns what was written, as a plan names it."""
        plan = self.profile.ask("--plan")
        assert len(self.practice.writes()) == self.seen, "a plan writes nothing"
        self.answer = self.profile.ask("--sync-once")
        writes = self.practice.writes()[self.seen :]
        self.seen += len(writes)
        ledger = Ledger(self.practice)
        done = collections.Counter(classify(write, ledger) for write in writes)
        missing = planned(plan) - done
        for key in list(missing):
            # What the platform refuses has no effect: nothing to reserve, a contact not to change.
            if key[1:] == ("customers", "update") or was_nothing_reserved(key, ledger):
                del missing[key]
        extra = done - planned(plan)
        for key in list(extra):
            # The store answers a shipment with a status of its own, which no plan can know.
            if key[1:] == ("statuses", "set-status") and (key[0], "shipments", "ship") in done:
                del extra[key]
        assert not missing and not extra, f"only planned: {missing}; only done: {extra}"
        self.advance(60)
        return done

    def change(self, *expected):
        """Syncs after a change, which makes exactly what is expected, and no echo."""
        done = self.sync().elements()
        done = [(subject, verb) for subject, flow, verb in done if flow != "stock"]
        assert sorted(done) == sorted(expected), f"{done} instead of {expected}"
        self.assert_quiet()

    def assert_quiet(self):
        echo = self.sync()
        assert not echo, f"an echo: {echo}"


def assert_once(things, what):
    counts = collections.Counter(things)
    double = [thing for thing, count in counts.items() if count > 1]
    assert not double, f"{what} twice: {double}"


def assert_nothing_twice(ledger, writes):
    assert_once([order["externalRef"] for order in ledger.sales_orders], "sales orders")
    assert_once(
        [(payment["transactionRef"], payment["paymentType"]) for payment in ledger.payments],
        "payments",
    )
    assert_once([credit["externalRef"] for credit in ledger.credits], "sales credits")
    marks = [
        line
        for shipment in ledger.shipments
        for line in shipment["comments"].split("\n")
        if line.startswith(("Goods-out note", "Drop-ship note"))
    ]
    assert_once(marks, "shipments")
    for path in ("sales-order", "sales-credit"):
        made = [
            write["body"]["externalRef"]
            for write in writes
            if write["method"] == "POST" and write["path"] == f"/order-service/{path}"
        ]
        assert_once(made, path)


def assert_orders_agree(ledger, profile, left_alone):
    """Statuses, totals and notes; @left_alone are the orders that wait for a person."""
    compared = 0
    for number, order in ledger.orders.items():
        if number not in ledger.linked:
            assert number in left_alone or not is_in_scope(order, profile), order
            continue
        if number in left_alone:
            continue
        compared += 1
        sales_order = ledger.linked[number]
        pair = (order["status_id"], sales_order["statusId"])
        assert pair in MAP or pair == CANCELLED or pair[0] in OF_THE_STORE, (number, pair)
        gross = money(sales_order["total"]["gross"])
        assert gross == money(order["total_inc_tax"]), (number, gross, order)
        fields = sales_order["customFields"]
        staff = tidy(fields.get("PCF_SHOPNOTE"))
        assert staff == tidy(order["staff_notes"]), (number, staff, order["staff_notes"])
    return compared


def assert_messages_agree(ledger, practice, numbers):
    for number in numbers:
        message = practice.call(f"bigcommerce/orders/{number}")["customer_message"]
        kept = ledger.linked[number]["customFields"].get("PCF_CUSTMSG")
        assert tidy(kept) == tidy(message), (number, kept, message)


def assert_shipments_agree(ledger):
    """Each shipped note of a linked order is one shipment, with its tracking and units."""
    lines = {
        row["id"]: int(row["externalRef"])
        for order in ledger.linked.values()
        for row in order["rows"]
        if (row.get("externalRef") or "").isdigit()
    }
    marked = {}
    for shipment in ledger.shipments:
        found = re.search(r"^Goods-out note (\d+)$", shipment["comments"], re.MULTILINE)
        if found:
            marked[int(found.group(1))] = shipment
    shipped = [note for note in ledger.notes if note["status"]["shipped"]]
    assert {note["id"] for note in shipped} == set(marked), (sorted(marked), shipped)
    for note in shipped:
        shipment = marked[note["id"]]
        assert shipment["order_id"] == ledger.order_of[note["orderId"]], (note, shipment)
        tracking = note["shipping"].get("reference", "")
        assert shipment["tracking_number"] == tracking, (note, shipment)
        units = collections.Counter()
        for row, entries in note["orderRows"].items():
            units[lines[int(row)]] += sum(entry["quantity"] for entry in entries)
        sent = {item["order_product_id"]: item["quantity"] for item in shipment["items"]}
        assert sent == dict(units), (note, shipment)
    return len(shipped)


def assert_payments_agree(ledger, practice):
    """One payment for each transaction that brought money, and no other."""
    compared = 0
    for number, sales_order in ledger.linked.items():
        expected = {
            f"bigcommerce-{transaction['id']}": money(transaction["amount"])
            for transaction in practice.call(f"bigcommerce/orders/{number}")["transactions"]
            if transaction["event"] in ("purchase", "capture")
        }
        found = {
            payment["transactionRef"]: money(payment["amountPaid"])
            for payment in ledger.payments
            if payment["orderId"] == sales_order["id"]
        }
        assert found == expected, (number, found, expected)
        compared += len(found)
    return compared


def assert_refunds_agree(ledger):
    expected = {
        f"R{refund['id']}": (refund["order_id"], money(refund["total_amount"]))
        for refund in ledger.refunds
        if refund["order_id"] in ledger.linked
    }
    found = {
        credit["externalRef"]: (ledger.order_of[credit["id"]], money(credit["total"]["gross"]))
        for credit in ledger.credits
    }
    assert found == expected, (found, expected)
    paid = collections.Counter()
    for payment in ledger.payments:
        paid[payment["orderId"]] += money(payment["amountPaid"])
    for credit in ledger.credits:
        assert paid[credit["id"]] == money(credit["total"]["gross"]), (credit, paid)
    return len(found)


def count_unallocated(ledger, practice, profile):
    """Units that the store has sold and Brightpearl has not allocated, by SKU."""
    skus = {product["id"]: product["sku"].strip() for product in ledger.products}
    claimed = collections.Counter()
    for number, order in ledger.orders.items():
        linked = ledger.linked.get(number)
        if order["status_id"] in WITHOUT_UNITS or order["is_deleted"]:
            continue
        if linked is None and order["date_created"] >= profile.settings["schedule"]["go-live"]:
            for line in practice.call(f"bigcommerce/orders/{number}")["lines"]:
                claimed[line["sku"].strip()] += line["quantity"] - line["quantity_shipped"]
        elif linked is not None and linked["allocationStatusCode"] in ("ANA", "APA"):
            held = (linked.get("reservation") or {}).get("orderRows", {})
            for row in linked["rows"]:
                if row["productId"] > FREE_TEXT:
                    units = held.get(str(row["id"]), {}).get("quantity", 0)
                    claimed[skus[row["productId"]]] += int(money(row["quantity"])) - int(units)
    return claimed


def assert_stock_agrees(ledger, practice, profile):
    known = collections.defaultdict(list)
    for product in ledger.products:
        known[product["sku"].strip()].append(product)
    variants = collections.Counter(item["product_id"] for item in ledger.stock)
    claimed = count_unallocated(ledger, practice, profile)
    compared = 0
    for item in ledger.stock:
        products = known[item["sku"].strip()]
        is_shared = item["tracking"] == "product" and variants[item["product_id"]] > 1
        if len(products) != 1 or item["tracking"] == "none" or is_shared:
            continue
        product = products[0]
        if not product["stock"]["stockTracked"] or product.get("composition", {}).get("bundle"):
            continue
        # What the practice account calls on hand is what is not allocated.
        expected = max(0, product["onHand"][MAIN_WAREHOUSE] - claimed[item["sku"].strip()])
        assert item["level"] == expected, (item, product, claimed[item["sku"].strip()])
        compared += 1
    return compared
