"""The practice store, a profile that points at it, and TAP, for the whole-program tests.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import datetime
import decimal
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
import urllib.request

BUILT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "src")
PROGRAM = os.environ.get("BRIGHTCONNECT_PROGRAM", os.path.join(BUILT, "app", "brightconnect"))
PRACTICE_PROGRAM = os.environ.get(
    "PRACTICE_PROGRAM", os.path.join(BUILT, "practice", "brightconnect-practice")
)
TOKENS = ("bigcommerce-token", "brightpearl-token")

# Choices that suit the practice account, whose ids are the same for every seed.
ORDERS = {
    "channel-id": 4,
    "warehouse-id": 2,
    "lead-source-id": 7,
    "price-list-id": 2,
    "taxable-code": "T20",
    "tax-free-code": "T9",
    "tax-map": [
        {"rate": "20", "brightpearl": "T20"},
        {"rate": "5", "brightpearl": "T5"},
        {"rate": "0", "brightpearl": "T0"},
    ],
    "sales-nominal-code": "4000",
    "shipping-nominal-code": "4040",
    "gift-certificate-nominal-code": "2110",
    "rounding-nominal-code": "2299",
    "status-map": [{"bigcommerce": 11, "brightpearl": 3}, {"bigcommerce": 9, "brightpearl": 6}],
    "default-brightpearl-status": 3,
}


class Practice:
    """A running practice store; use it in a with statement."""

    def __init__(self, orders=120, seed=1, limits="off"):
        command = [PRACTICE_PROGRAM, "--orders", str(orders), "--seed", str(seed)]
        self.process = subprocess.Popen(
            command + ["--limits", limits], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.greeting = json.loads(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def call(self, path, body=None):
        """GETs a control path, or POSTs to it if there is a body."""
        return self.call_with("GET" if body is None else "POST", path, body)

    def call_with(self, method, path, body=None):
        """Calls a control path; the answer, or None where it is empty."""
        request = urllib.request.Request(
            f"{self.greeting['bigcommerce-url']}/practice/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def writes(self):
        return [write for write in self.call("writes") if write["status"] < 300]

    def end_state(self):
        """What a sync leaves behind in Brightpearl, without ids and times."""
        references = {}
        products = {
            product["id"]: product["sku"] for product in self.call("brightpearl/products")
        }
        orders = []
        for order in self.call("brightpearl/sales-orders"):
            references[order["id"]] = order["externalRef"]
            rows = sorted(
                (
                    str(products.get(row.get("productId"), "")),
                    row.get("name", ""),
                    str(row.get("quantity")),
                    str(row.get("net")),
                    str(row.get("tax")),
                )
                for row in order["rows"]
            )
            email = order["customer"]["address"].get("email", "").strip().lower()
            orders.append(
                (order["externalRef"], order["total"]["gross"], order["statusId"], email, rows)
            )
        emails = collections.Counter(
            contact["communication"]["emails"].get("PRI", {}).get("email", "").lower()
            for contact in self.call("brightpearl/contacts")
        )
        reserved = {
            product["sku"]: product["allocated"]
            for product in self.call("brightpearl/products")
            if any(product["allocated"].values())
        }
        return {"orders": sorted(orders), "contacts": emails, "reserved": reserved}


class Profile:
    """A temporary profile with token files; use it in a with statement."""

    def __init__(self, practice, mode="automatic", **groups):
        self.practice = practice
        self.folder = tempfile.mkdtemp(prefix="brightconnect-test-")
        self.settings_folder = os.path.join(self.folder, "config", "brightconnect")
        self.credentials = os.path.join(self.folder, "credentials")
        os.makedirs(self.settings_folder)
        os.mkdir(self.credentials)
        go_live = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=25)
        greeting = practice.greeting
        self.settings = {
            "version": 1,
            "connection": {
                **{key: greeting[key] for key in greeting if key not in TOKENS},
                "search-lag-seconds": 1,
            },
            "schedule": {"mode": mode, "go-live": go_live.strftime("%Y-%m-%dT00:00:00Z")},
            "orders": dict(ORDERS),
        }
        for group, values in groups.items():
            self.settings.setdefault(group, {}).update(values)
        self.save()
        for name in TOKENS:
            self.write_token(name, greeting[name])

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        shutil.rmtree(self.folder)

    def save(self, text=None):
        path = os.path.join(self.settings_folder, "settings.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(self.settings) if text is None else text)
        os.chmod(path, 0o600)

    def write_token(self, name, token, mode=0o600):
        path = os.path.join(self.credentials, name)
        if os.path.exists(path):
            os.remove(path)
        with open(path, "w", encoding="utf-8") as file:
            file.write(token)
        os.chmod(path, mode)

    def environment(self):
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
        }
        return {
            **kept,
            "HOME": self.folder,
            "XDG_CONFIG_HOME": os.path.join(self.folder, "config"),
            "XDG_DATA_HOME": os.path.join(self.folder, "data"),
            "CREDENTIALS_DIRECTORY": self.credentials,
            "TMPDIR": self.folder,
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }

    def start(self, *arguments):
        return subprocess.Popen(
            [PROGRAM, *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments, timeout=240):
        """Runs the program; the result has returncode, stdout and stderr."""
        return subprocess.run(
            [PROGRAM, *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def ask(self, *arguments, status=None, timeout=240):
        """Runs the program with --json; returns its object, or fails on another status."""
        result = self.run(*arguments, "--json", timeout=timeout)
        expected = (0, 1) if status is None else (status,)
        assert result.returncode in expected, (
            f"{arguments}: status {result.returncode}: {result.stdout} {result.stderr}"
        )
        lines = result.stdout.splitlines()
        assert len(lines) == 1, f"{arguments} printed {len(lines)} lines: {result.stdout[:400]}"
        answer = json.loads(lines[0])
        assert isinstance(answer, dict), f"{arguments} printed no object"
        return answer


def money(text):
    return decimal.Decimal(str(text))


def is_in_scope(order, profile):
    """Whether the settings want this order of the store at all."""
    return (
        order["status_id"] == 11
        and not order["is_deleted"]
        and order["date_created"] >= profile.settings["schedule"]["go-live"]
    )


def orders_in_scope(profile):
    return [
        order
        for order in profile.practice.call("bigcommerce/orders")
        if is_in_scope(order, profile)
    ]


def sales_orders_by_reference(practice):
    found = collections.defaultdict(list)
    for order in practice.call("brightpearl/sales-orders"):
        found[order["externalRef"]].append(order)
    return found


class Skip(Exception):
    """Raised by a test that cannot run here, with the reason."""


TESTS = []


class Skip(Exception):
    """Raised by a test that cannot run here; says what is missing."""


def test(function):
    """Marks a function as a test; its name is the test's name."""
    TESTS.append(function)
    return function


def main():
    """Runs the marked tests and tells the results as TAP."""
    print("TAP version 13")
    print(f"1..{len(TESTS)}")
    failed = False
    for number, function in enumerate(TESTS, 1):
        name = function.__name__.replace("_", " ")
        try:
            function()
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Exception:  # pylint: disable=broad-except
            failed = True
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line[:2000]}")
        else:
            print(f"ok {number} - {name}")
        sys.stdout.flush()
    sys.exit(failed)
