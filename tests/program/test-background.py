#!/usr/bin/python3
"""The life of the application beside its window: closing, starting, tray, portal.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re

from desktop_support import (
    APPLICATION,
    Desktop,
    Item,
    Login,
    Network,
    Notifications,
    Portal,
    Power,
    Watcher,
    wait_until,
)
from support import Practice, main, sales_orders_by_reference, test

NEEDS_YOU = re.compile(r"^Up to date, [1-9][0-9]* things? needs? you")


def is_synced(practice, number):
    return str(number) in sales_orders_by_reference(practice)


def place_order(practice):
    return practice.call("bigcommerce/orders", {"kind": "plain"})["id"]


def is_held(desktop, number):
    return desktop.profile.ask("--explain", str(number))["state"] == "held"


def wait_for_sync(practice, number):
    wait_until(lambda: is_synced(practice, number), f"order {number} in Brightpearl")


@test
def a_closed_window_keeps_syncing_where_that_was_chosen():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        process = desktop.start()
        window = desktop.wait_for_windows(1)[0]
        desktop.wait_for_name()
        desktop.press(window, "ctrl+w")
        desktop.wait_for_windows(0)
        number = place_order(practice)
        desktop.act("sync-now")
        wait_for_sync(practice, number)
        assert process.poll() is None
        assert desktop.windows() == []
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def a_closed_window_ends_the_program_where_that_was_chosen():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=False) as desktop:
        process = desktop.start()
        desktop.press(desktop.wait_for_windows(1)[0], "ctrl+w")
        assert desktop.wait_for_end(process) == 0


@test
def the_first_close_asks_once_and_remembers_to_keep_syncing():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        process = desktop.start()
        window = desktop.wait_for_windows(1)[0]
        desktop.wait_for_sync_end()
        desktop.press(window, "ctrl+w")
        question = [w for w in desktop.wait_for_windows(2) if w != window][0]
        assert "keep-running" not in desktop.chosen()

        # Escape answers nothing.
        desktop.press(question, "Escape")
        assert desktop.wait_for_windows(1) == [window]
        desktop.press(window, "ctrl+w")
        question = [w for w in desktop.wait_for_windows(2) if w != window][0]
        desktop.press(question, "Return")
        desktop.wait_for_windows(0)
        wait_until(lambda: "keep-running=true" in desktop.chosen(), "the choice to be kept")
        wait_until(desktop.autostart, "the file that starts it at login")
        assert "--background" in desktop.autostart()

        desktop.session.activate()
        window = desktop.wait_for_windows(1)[0]
        desktop.press(window, "ctrl+w")
        desktop.wait_for_windows(0)
        assert process.poll() is None
        process.terminate()
        assert desktop.wait_for_end(process) == 0


@test
def the_first_close_asks_once_and_remembers_to_quit():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        process = desktop.start()
        window = desktop.wait_for_windows(1)[0]
        desktop.wait_for_sync_end()
        desktop.press(window, "ctrl+w")
        question = [w for w in desktop.wait_for_windows(2) if w != window][0]
        desktop.press(question, "alt+q")
        assert desktop.wait_for_end(process) == 0
        assert "keep-running=false" in desktop.chosen()
        assert not desktop.autostart()


@test
def without_the_schema_the_program_works_and_asks():
    with Practice(orders=20) as practice, Desktop(practice, schemas=False) as desktop:
        process = desktop.start()
        window = desktop.wait_for_windows(1)[0]
        desktop.wait_for_sync_end()
        desktop.press(window, "ctrl+w")
        question = [w for w in desktop.wait_for_windows(2) if w != window][0]
        desktop.press(question, "Return")
        desktop.wait_for_windows(0)
        number = place_order(practice)
        desktop.act("sync-now")
        wait_for_sync(practice, number)
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def a_second_launch_raises_the_window_of_the_first():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        process = desktop.start()
        window = desktop.wait_for_windows(1)[0]
        desktop.press(window, "ctrl+w")
        desktop.wait_for_windows(0)
        second = desktop.start()
        assert desktop.wait_for_end(second) == 0
        desktop.wait_for_windows(1)

        # Being started at login beside it does nothing.
        third = desktop.start("--background")
        assert desktop.wait_for_end(third) == 0
        assert len(desktop.windows()) == 1
        process.terminate()
        assert desktop.wait_for_end(process) == 0


@test
def started_at_login_it_syncs_without_a_window():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        process = desktop.start("--background")
        desktop.wait_for_sync_end()
        assert desktop.windows() == [] and process.poll() is None
        desktop.session.activate()
        desktop.wait_for_windows(1)
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def started_at_login_it_syncs_nothing_that_nobody_chose():
    for chosen in (None, False):
        with Practice(orders=20) as practice, Desktop(practice, keep_running=chosen) as desktop:
            process = desktop.start("--background")
            assert desktop.wait_for_end(process) == 0
            assert practice.call("counts")["bigcommerce"]["requests"] == 0


@test
def a_profile_that_cannot_be_opened_shows_why_even_at_login():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        desktop.profile.save('{"version": 1, "schedule": {"mode": "nonsense"}}')
        process = desktop.start("--background")
        desktop.wait_for_windows(1)
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def the_bus_starts_it_for_an_action():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        desktop.act("sync-now")
        desktop.wait_for_sync_end()
        assert desktop.windows() == []
        desktop.act("show-order", str(practice.call("bigcommerce/orders")[0]["id"]))
        desktop.wait_for_windows(1)
        desktop.act("show-attention", "product-missing")
        desktop.act("quit")
        wait_until(lambda: not desktop.session.has_owner(APPLICATION), "the program to end")

    # Nobody chose to sync where nobody sees it, so the window opens.
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        desktop.act("sync-now")
        desktop.wait_for_windows(1)
        desktop.wait_for_sync_end()
        desktop.act("quit")
        wait_until(lambda: not desktop.session.has_owner(APPLICATION), "the program to end")


@test
def the_tray_follows_the_sync_and_comes_and_goes_with_its_watcher():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        process = desktop.start("--background")
        desktop.wait_for_sync_end()
        with Watcher(desktop.session) as watcher:
            sender, path = wait_until(lambda: watcher.items, "an icon")[0]
            assert path == "/StatusNotifierItem"
            item = Item(desktop.session, sender)
            found = item.properties()
            assert found["Id"] == APPLICATION and found["Title"] == "BrightConnect"
            assert found["IconName"] == f"{APPLICATION}-symbolic"
            assert found["Category"] == "ApplicationStatus"
            wait_until(lambda: item.properties()["Status"] == "NeedsAttention", "the status")
            assert NEEDS_YOU.search(item.tool_tip()), item.tool_tip()
            assert [entry["label"] for entry in item.menu() if "label" in entry][1:] == [
                "_Open BrightConnect", "_Sync Now", "_Pause Syncing", "_Quit",
            ]

            number = place_order(practice)
            item.choose("_Sync Now")
            wait_for_sync(practice, number)
            item.choose("_Pause Syncing")
            wait_until(lambda: item.entry("_Resume Syncing"), "the pause in the menu")
            wait_until(lambda: item.tool_tip().startswith("Paused"), "the pause")
            item.choose("_Resume Syncing")
            wait_until(lambda: item.entry("_Pause Syncing"), "the end of the pause")
            item.activate()
            desktop.wait_for_windows(1)

            watcher.vanish()
            wait_until(lambda: not item.is_there(), "the icon to vanish with its watcher")
            watcher.items.clear()
            watcher.appear()
            item = Item(desktop.session, wait_until(lambda: watcher.items, "it to return")[0][0])
            item.choose("_Quit")
            assert desktop.wait_for_end(process) == 0
            wait_until(lambda: not item.is_there(), "the icon to go with the program")


@test
def each_cause_is_notified_once_and_withdrawn_when_it_is_solved():
    with Practice(orders=0) as practice, Desktop(practice, keep_running=True) as desktop:
        with Notifications(desktop.session) as daemon:
            first = practice.call("bigcommerce/orders", {"kind": "missing-sku"})["id"]
            process = desktop.start("--background")
            sent = wait_until(lambda: daemon.find("needs you"), "a notification")
            assert sent.title == f"Order {first} needs you"
            wait_until(lambda: daemon.find("first sync"), "word of the first sync")

            # More of the same within the hour says nothing more.
            second = practice.call("bigcommerce/orders", {"kind": "missing-sku"})["id"]
            count = len(daemon.sent)
            desktop.act("sync-now")
            wait_until(lambda: is_held(desktop, second), "the second order to be held")
            desktop.wait_for_sync_end()
            assert len(daemon.sent) == count, daemon.sent

            for number in (first, second):
                practice.call(f"bigcommerce/orders/{number}", {"status_id": 5})
            desktop.act("sync-now")
            wait_until(lambda: sent.number in daemon.closed, "the notification to be withdrawn")
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0


@test
def a_notification_opens_what_it_speaks_of():
    with Practice(orders=0) as practice, Desktop(practice, keep_running=True) as desktop:
        with Notifications(desktop.session) as daemon:
            practice.call("bigcommerce/orders", {"kind": "missing-sku"})
            process = desktop.start("--background")
            sent = wait_until(lambda: daemon.find("needs you"), "a notification")
            assert desktop.windows() == []
            daemon.press(sent.number)
            desktop.wait_for_windows(1)
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0


@test
def a_refused_token_is_notified_at_once_until_it_is_mended():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        with Notifications(desktop.session) as daemon:
            desktop.choose("notification-level", "'important'")
            practice.call("bigcommerce/tokens", {"valid": False})
            process = desktop.start("--background")
            sent = wait_until(lambda: daemon.find("Syncing has stopped"), "a notification")
            assert "token was refused" in sent.body, sent
            practice.call("bigcommerce/tokens", {"valid": True})
            desktop.act("sync-now")
            wait_until(lambda: sent.number in daemon.closed, "the notification to be withdrawn")
            assert [other for other in daemon.sent if other.number != sent.number] == []
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0


@test
def nothing_is_notified_where_that_was_chosen():
    with Practice(orders=0) as practice, Desktop(practice, keep_running=True) as desktop:
        desktop.choose("notification-level", "'none'")
        with Notifications(desktop.session) as daemon, Watcher(desktop.session) as watcher:
            practice.call("bigcommerce/orders", {"kind": "missing-sku"})
            process = desktop.start("--background")
            item = Item(desktop.session, wait_until(lambda: watcher.items, "an icon")[0][0])
            wait_until(lambda: item.properties()["Status"] == "NeedsAttention", "the status")
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0
            assert daemon.sent == []


@test
def the_portal_is_asked_and_told():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        with Portal(desktop.session) as portal:
            process = desktop.start()
            window = desktop.wait_for_windows(1)[0]
            desktop.wait_for_sync_end()
            assert portal.requests == [] and portal.lines == []
            desktop.press(window, "ctrl+w")
            question = [w for w in desktop.wait_for_windows(2) if w != window][0]
            desktop.press(question, "Return")
            desktop.wait_for_windows(0)
            request = wait_until(lambda: portal.requests, "the portal to be asked")[0]
            assert request["autostart"] is True
            assert request["commandline"] == ["brightconnect", "--background"]
            assert "window is closed" in request["reason"]
            desktop.act("sync-now")
            wait_until(lambda: portal.lines, "a line about how it stands")
            wait_until(lambda: NEEDS_YOU.search(portal.lines[-1]), "what needs a person")
            assert all(len(line) <= 96 for line in portal.lines)
            # The portal starts it at login, so that no file is needed.
            assert not desktop.autostart()
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0


@test
def where_the_portal_refuses_a_closed_window_ends_the_program():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        with Portal(desktop.session, response=1, background=False) as portal:
            process = desktop.start()
            window = desktop.wait_for_windows(1)[0]
            desktop.wait_for_sync_end()
            desktop.press(window, "ctrl+w")
            question = [w for w in desktop.wait_for_windows(2) if w != window][0]
            desktop.press(question, "Return")
            wait_until(lambda: portal.requests, "the portal to be asked")
            assert desktop.wait_for_end(process) == 0
            assert not desktop.autostart()


@test
def the_choice_can_be_switched_and_says_what_does_not_work():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        process = desktop.start()
        desktop.wait_for_windows(1)
        desktop.wait_for_sync_end()
        assert desktop.action_state("keep-running") is False
        desktop.act("keep-running")
        wait_until(desktop.autostart, "the file that starts it at login")
        assert desktop.action_state("keep-running") is True
        assert desktop.action_state("background-problem") == ""
        desktop.act("keep-running")
        wait_until(lambda: not desktop.autostart(), "the file to go")
        assert desktop.action_state("keep-running") is False

        # The window stays where the portal refuses, and can say so.
        with Portal(desktop.session, response=1, background=False):
            desktop.act("keep-running")
            wait_until(lambda: desktop.action_state("background-problem"), "the problem")
            assert len(desktop.windows()) == 1 and not desktop.autostart()
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def a_portal_that_cannot_start_it_at_login_is_helped_out():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        with Portal(desktop.session, autostart=False) as portal:
            process = desktop.start()
            desktop.wait_for_windows(1)
            desktop.act("keep-running")
            wait_until(desktop.autostart, "the file that starts it at login")
            assert len(portal.requests) == 1
            assert desktop.action_state("background-problem") == ""
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0


@test
def a_file_that_cannot_be_written_is_told():
    with Practice(orders=20) as practice, Desktop(practice) as desktop:
        # A file where the folder should be.
        with open(os.path.join(desktop.profile.folder, "config", "autostart"), "w") as file:
            file.write("")
        process = desktop.start()
        desktop.wait_for_windows(1)
        desktop.act("keep-running")
        wait_until(lambda: "autostart" in desktop.action_state("background-problem"), "the problem")
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def started_at_login_without_a_shop_it_ends():
    with Practice(orders=0) as practice, Desktop(practice, keep_running=True) as desktop:
        os.remove(os.path.join(desktop.profile.settings_folder, "settings.json"))
        process = desktop.start("--background")
        assert desktop.wait_for_end(process) == 0
        assert os.listdir(desktop.profile.settings_folder) == []


@test
def waking_up_brings_one_sync():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        process = desktop.start("--background")
        desktop.wait_for_sync_end()
        number = place_order(practice)
        with Login(desktop.system) as login:
            login.sleep()
            login.wake_up()
            wait_for_sync(practice, number)
        desktop.act("quit")
        assert desktop.wait_for_end(process) == 0


@test
def a_metered_network_makes_syncs_by_the_clock_rarer():
    with Practice(orders=20) as practice:
        with Desktop(practice, keep_running=True, network_monitor="networkmanager") as desktop:
            with Network(desktop.system, is_metered=True) as network:
                process = desktop.start("--background")
                desktop.wait_for_sync_end()
                with Watcher(desktop.session) as watcher:
                    sender = wait_until(lambda: watcher.items, "an icon")[0][0]
                    item = Item(desktop.session, sender)
                    wait_until(lambda: "metered" in item.tool_tip(), "the reason")
                    number = place_order(practice)
                    item.choose("_Sync Now")
                    wait_for_sync(practice, number)
                    network.become(is_metered=False)
                    wait_until(lambda: "metered" not in item.tool_tip(), "the usual pace")
                desktop.act("quit")
                assert desktop.wait_for_end(process) == 0


@test
def a_network_that_comes_back_brings_one_sync():
    with Practice(orders=20) as practice:
        with Desktop(practice, keep_running=True, network_monitor="networkmanager") as desktop:
            with Network(desktop.system) as network:
                process = desktop.start("--background")
                desktop.wait_for_sync_end()
                number = place_order(practice)
                network.become(is_connected=False)
                network.become(is_connected=True)
                wait_for_sync(practice, number)
                desktop.act("quit")
                assert desktop.wait_for_end(process) == 0


@test
def a_machine_that_saves_power_makes_syncs_by_the_clock_rarer():
    with Practice(orders=20) as practice, Desktop(practice, keep_running=True) as desktop:
        with Power(desktop.system, "power-saver") as power:
            process = desktop.start("--background")
            desktop.wait_for_sync_end()
            with Watcher(desktop.session) as watcher:
                item = Item(desktop.session, wait_until(lambda: watcher.items, "an icon")[0][0])
                wait_until(lambda: "save power" in item.tool_tip(), "the reason")
                power.become("balanced")
                wait_until(lambda: "save power" not in item.tool_tip(), "the usual pace")
            desktop.act("quit")
            assert desktop.wait_for_end(process) == 0


@test
def the_demo_ends_with_its_window_and_asks_nothing():
    with Practice(orders=0) as practice, Desktop(practice, keep_running=True) as desktop:
        with Watcher(desktop.session) as watcher, Notifications(desktop.session) as daemon:
            process = desktop.start("--demo", "--demo-orders", "20")
            window = desktop.wait_for_windows(1)[0]
            desktop.press(window, "ctrl+w")
            assert desktop.wait_for_end(process) == 0
            assert watcher.items == [] and daemon.sent == []


if __name__ == "__main__":
    main()
