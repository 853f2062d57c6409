"""A desktop for the program under test: display, buses, tray, notifications, portal.

SPDX-License-Identifier: GPL-3.0-or-later

Everything is private to the test. The services of the desktop are objects in
this process, on buses of its own, so that a test sees each call and can answer
as it likes.
"""

import collections
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

MISSING = [
    tool
    for tool in ("Xvfb", "dbus-daemon", "glib-compile-schemas", "xdotool")
    if not shutil.which(tool)
]
try:
    import gi
except ImportError:
    MISSING.append("gi for Python")
if MISSING:
    print("1..0 # SKIP There is no " + ", no ".join(MISSING))
    sys.exit(0)

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402 pylint: disable=wrong-import-position

from support import PROGRAM, Profile  # noqa: E402 pylint: disable=wrong-import-position

APPLICATION = "com.example.BrightConnect"
APPLICATION_PATH = "/com/example/BrightConnect"
DATA = os.environ.get(
    "BRIGHTCONNECT_DATA",
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data"),
)
PATIENCE = 60

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{services}</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def wait_until(condition, what):
    """Runs the main loop until the condition holds; its value, or a failure that says what."""
    context = GLib.MainContext.default()
    deadline = time.monotonic() + PATIENCE
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < deadline, f"waited in vain for: {what}"
        ticked = []
        GLib.timeout_add(20, lambda: ticked.append(True))
        while not ticked:
            context.iteration(True)


class Bus:
    """A message bus with a connection to it."""

    def __init__(self, folder, name):
        services = os.path.join(folder, f"{name}-services")
        os.mkdir(services)
        self.services = services
        path = os.path.join(folder, f"{name}.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(BUS.format(folder=folder, services=services))
        self.folder = folder
        self.path = path
        self.process = None
        self.address = None
        self.connection = None

    def start(self, environment):
        self.process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self.path}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
        )
        self.address = self.process.stdout.readline().strip()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        self.connection.set_exit_on_close(False)

    def stop(self):
        self.connection.close_sync(None)
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def call(self, name, path, interface, method, parameters=None):
        """Calls a method without stopping the main loop; the answer, unpacked."""
        answers = []

        def done(connection, result):
            try:
                answers.append((connection.call_finish(result), None))
            except GLib.Error as error:
                answers.append((None, error))

        self.connection.call(
            name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, -1, None, done
        )
        wait_until(lambda: answers, f"an answer to {method}")
        answer, error = answers[0]
        if error is not None:
            raise error
        return answer.unpack()

    def has_owner(self, name):
        return self.call(
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus",
            "NameHasOwner",
            GLib.Variant("(s)", (name,)),
        )[0]

    def emit(self, path, interface, signal_name, parameters):
        self.connection.emit_signal(None, path, interface, signal_name, parameters)

    def activate(self):
        """Raises the application as a desktop does."""
        self.call(
            APPLICATION,
            APPLICATION_PATH,
            "org.freedesktop.Application",
            "Activate",
            GLib.Variant("(a{sv})", ({},)),
        )


class Service:
    """A service on a bus, whose subclass has the interface and a method for each call."""

    NAME = PATH = INTERFACE = ""

    def __init__(self, bus):
        self.bus = bus
        self.registrations = []
        self.owner = None

    def __enter__(self):
        self.appear()
        return self

    def __exit__(self, *unused):
        self.vanish()

    def appear(self):
        for interface in Gio.DBusNodeInfo.new_for_xml(self.INTERFACE).interfaces:
            self.registrations.append(
                self.bus.connection.register_object(
                    self.PATH, interface, self._call, self._get, None
                )
            )
        self.owner = Gio.bus_own_name_on_connection(
            self.bus.connection, self.NAME, Gio.BusNameOwnerFlags.NONE, None, None
        )
        wait_until(lambda: self.bus.has_owner(self.NAME), f"{self.NAME} to appear")

    def vanish(self):
        if self.owner is None:
            return
        Gio.bus_unown_name(self.owner)
        self.owner = None
        for registration in self.registrations:
            self.bus.connection.unregister_object(registration)
        self.registrations = []
        wait_until(lambda: not self.bus.has_owner(self.NAME), f"{self.NAME} to vanish")

    def _call(self, _connection, sender, _path, _interface, method, parameters, invocation):
        answer = getattr(self, method)(sender, *parameters.unpack())
        invocation.return_value(answer)

    def _get(self, _connection, _sender, _path, _interface, name):
        return self.properties()[name]

    def properties(self):
        return {}


class Watcher(Service):
    """The watcher of a tray."""

    NAME = "org.kde.StatusNotifierWatcher"
    PATH = "/StatusNotifierWatcher"
    INTERFACE = """<node><interface name="org.kde.StatusNotifierWatcher">
      <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
      <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
    </interface></node>"""

    def __init__(self, bus):
        super().__init__(bus)
        self.items = []

    def RegisterStatusNotifierItem(self, sender, service):  # pylint: disable=invalid-name
        self.items.append((sender, service))

    def properties(self):
        return {"IsStatusNotifierHostRegistered": GLib.Variant("b", True)}


class Item:
    """What a tray sees of an application's icon."""

    PATH = "/StatusNotifierItem"
    INTERFACE = "org.kde.StatusNotifierItem"
    MENU = "com.canonical.dbusmenu"

    def __init__(self, bus, owner):
        self.bus = bus
        self.owner = owner

    def properties(self):
        return self.bus.call(
            self.owner,
            self.PATH,
            "org.freedesktop.DBus.Properties",
            "GetAll",
            GLib.Variant("(s)", (self.INTERFACE,)),
        )[0]

    def is_there(self):
        try:
            self.properties()
        except GLib.Error:
            return False
        return True

    def tool_tip(self):
        return self.properties()["ToolTip"][3]

    def call_menu(self, method, parameters):
        return self.bus.call(
            self.owner, self.properties()["Menu"], self.MENU, method, parameters
        )

    def menu(self):
        """The entries, each as its properties with its id."""
        layout = self.call_menu("GetLayout", GLib.Variant("(iias)", (0, -1, [])))[1]
        return [{"id": entry[0], **entry[1]} for entry in layout[2]]

    def entry(self, label):
        return next((entry for entry in self.menu() if entry.get("label") == label), None)

    def choose(self, label):
        entry = wait_until(
            lambda: (lambda found: found and found["enabled"] and found)(self.entry(label)),
            f"the entry {label}",
        )
        self.call_menu(
            "Event", GLib.Variant("(isvu)", (entry["id"], "clicked", GLib.Variant("i", 0), 0))
        )

    def activate(self):
        self.bus.call(
            self.owner, self.PATH, self.INTERFACE, "Activate", GLib.Variant("(ii)", (0, 0))
        )


Sent = collections.namedtuple("Sent", "number title body actions")


class Notifications(Service):
    """A notification daemon."""

    NAME = "org.freedesktop.Notifications"
    PATH = "/org/freedesktop/Notifications"
    INTERFACE = """<node><interface name="org.freedesktop.Notifications">
      <method name="GetCapabilities"><arg type="as" direction="out"/></method>
      <method name="GetServerInformation"><arg type="s" direction="out"/>
        <arg type="s" direction="out"/><arg type="s" direction="out"/>
        <arg type="s" direction="out"/></method>
      <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
        <arg type="i" direction="in"/><arg type="u" direction="out"/></method>
      <method name="CloseNotification"><arg type="u" direction="in"/></method>
    </interface></node>"""

    def __init__(self, bus):
        super().__init__(bus)
        self.sent = []
        self.closed = []

    def GetCapabilities(self, _sender):  # pylint: disable=invalid-name
        return GLib.Variant("(as)", (["body", "actions"],))

    def GetServerInformation(self, _sender):  # pylint: disable=invalid-name
        return GLib.Variant("(ssss)", ("test", "test", "1", "1.2"))

    def Notify(self, _sender, _name, replaces, _icon, title, body, actions, _hints, _timeout):
        # pylint: disable=invalid-name,too-many-arguments
        number = replaces or len(self.sent) + 1
        self.sent.append(Sent(number, title, body, actions))
        return GLib.Variant("(u)", (number,))

    def CloseNotification(self, _sender, number):  # pylint: disable=invalid-name
        self.closed.append(number)

    def find(self, words):
        """The latest one whose title has these words."""
        return next((sent for sent in reversed(self.sent) if words in sent.title), None)

    def press(self, number, action="default"):
        self.bus.emit(
            self.PATH, self.NAME, "ActionInvoked", GLib.Variant("(us)", (number, action))
        )


class Portal(Service):
    """The Background portal, which answers as it is told."""

    NAME = "org.freedesktop.portal.Desktop"
    PATH = "/org/freedesktop/portal/desktop"
    INTERFACE = """<node><interface name="org.freedesktop.portal.Background">
      <method name="RequestBackground"><arg type="s" direction="in"/>
        <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
      <method name="SetStatus"><arg type="a{sv}" direction="in"/></method>
    </interface></node>"""

    def __init__(self, bus, response=0, background=True, autostart=True):
        super().__init__(bus)
        self.answer = (response, background, autostart)
        self.requests = []
        self.lines = []

    def RequestBackground(self, sender, _parent, options):  # pylint: disable=invalid-name
        self.requests.append(options)
        response, background, autostart = self.answer
        token = options["handle_token"]
        handle = f"{self.PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        results = {
            "background": GLib.Variant("b", background),
            "autostart": GLib.Variant("b", autostart and options["autostart"]),
        }
        self.bus.emit(
            handle,
            "org.freedesktop.portal.Request",
            "Response",
            GLib.Variant("(ua{sv})", (response, results)),
        )
        return GLib.Variant("(o)", (handle,))

    def SetStatus(self, _sender, options):  # pylint: disable=invalid-name
        self.lines.append(options["message"])


class Login(Service):
    """The service that tells of sleep, on the system bus."""

    NAME = "org.freedesktop.login1"
    PATH = "/org/freedesktop/login1"
    INTERFACE = "<node/>"

    def tell(self, is_going_to_sleep):
        self.bus.emit(
            self.PATH,
            f"{self.NAME}.Manager",
            "PrepareForSleep",
            GLib.Variant("(b)", (is_going_to_sleep,)),
        )

    def sleep(self):
        self.tell(True)

    def wake_up(self):
        self.tell(False)


class Machine(Service):
    """A service whose properties change, on the system bus."""

    def __init__(self, bus, **properties):
        super().__init__(bus)
        self.values = properties

    def properties(self):
        return self.values

    def change(self, **properties):
        self.values.update(properties)
        name = Gio.DBusNodeInfo.new_for_xml(self.INTERFACE).interfaces[0].name
        self.bus.emit(
            self.PATH,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            GLib.Variant("(sa{sv}as)", (name, properties, [])),
        )


class Network(Machine):
    """NetworkManager, as far as GLib asks it."""

    NAME = "org.freedesktop.NetworkManager"
    PATH = "/org/freedesktop/NetworkManager"
    INTERFACE = """<node><interface name="org.freedesktop.NetworkManager">
      <property name="State" type="u" access="read"/>
      <property name="Connectivity" type="u" access="read"/>
      <property name="Metered" type="u" access="read"/>
      <property name="Version" type="s" access="read"/>
      <signal name="PropertiesChanged"><arg type="a{sv}"/></signal>
    </interface></node>"""

    def __init__(self, bus, is_connected=True, is_metered=False):
        super().__init__(bus, **self.tell(is_connected, is_metered))

    @staticmethod
    def tell(is_connected, is_metered):
        return {
            "State": GLib.Variant("u", 70 if is_connected else 20),
            "Connectivity": GLib.Variant("u", 4 if is_connected else 1),
            "Metered": GLib.Variant("u", 1 if is_metered else 2),
            "Version": GLib.Variant("s", "1.42"),
        }

    def become(self, is_connected=True, is_metered=False):
        properties = self.tell(is_connected, is_metered)
        self.change(**properties)
        self.bus.emit(
            self.PATH, self.NAME, "PropertiesChanged", GLib.Variant("(a{sv})", (properties,))
        )


class Power(Machine):
    """The service of power profiles."""

    NAME = "net.hadess.PowerProfiles"
    PATH = "/net/hadess/PowerProfiles"
    INTERFACE = """<node><interface name="net.hadess.PowerProfiles">
      <property name="ActiveProfile" type="s" access="read"/>
    </interface></node>"""

    def __init__(self, bus, profile):
        super().__init__(bus, ActiveProfile=GLib.Variant("s", profile))

    def become(self, profile):
        self.change(ActiveProfile=GLib.Variant("s", profile))


class Display:
    """A virtual display that says which number it found free."""

    def __init__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1000x24", "-nolisten", "tcp",
             "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as file:
            self.name = f":{int(file.readline())}"

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


class Desktop:
    """A display, a session bus, a system bus and a profile; use it in a with statement."""

    def __init__(
        self, practice, keep_running=None, schemas=True, network_monitor="base", **groups
    ):
        self.network_monitor = network_monitor
        self.profile = Profile(practice, **groups)
        self.folder = tempfile.mkdtemp(prefix="brightconnect-desktop-")
        os.mkdir(os.path.join(self.folder, "run"), 0o700)
        self.has_schemas = schemas
        self.display = Display()
        self.session = Bus(self.folder, "session")
        self.system = Bus(self.folder, "system")
        self.processes = []
        if schemas:
            self.compile_schemas()
        if keep_running is not None:
            self.choose("keep-running", "true" if keep_running else "false")
        self.add_service_file()
        self.system.start(os.environ)
        self.session.start(self.environment())

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.communicate(timeout=20)
        self.session.stop()
        self.system.stop()
        self.display.stop()
        shutil.rmtree(self.folder)
        self.profile.__exit__()

    def compile_schemas(self):
        subprocess.run(
            ["glib-compile-schemas", "--strict", f"--targetdir={self.folder}", DATA], check=True
        )

    def choose(self, key, value):
        """Writes a choice as the desktop keeps it; before the program is started."""
        folder = os.path.join(self.profile.folder, "config", "glib-2.0", "settings")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "keyfile"), "a", encoding="utf-8") as file:
            file.write(f"[com/example/BrightConnect]\n{key}={value}\n")

    def chosen(self):
        """What was remembered, as text."""
        path = os.path.join(self.profile.folder, "config", "glib-2.0", "settings", "keyfile")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def add_service_file(self):
        path = os.path.join(self.session.services, f"{APPLICATION}.service")
        with open(path, "w", encoding="utf-8") as file:
            file.write(
                f"[D-BUS Service]\nName={APPLICATION}\nExec={PROGRAM} --gapplication-service\n"
            )

    def environment(self):
        environment = {
            **self.profile.environment(),
            "DISPLAY": self.display.name,
            "XDG_RUNTIME_DIR": os.path.join(self.folder, "run"),
            "DBUS_SYSTEM_BUS_ADDRESS": self.system.address,
            "DBUS_SESSION_BUS_ADDRESS": self.session.address or "",
            "GSETTINGS_BACKEND": "keyfile",
            "GIO_USE_NETWORK_MONITOR": self.network_monitor,
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GDK_DEBUG": "gl-disable",
            "GDK_DISABLE": "gl",
            "GTK_A11Y": "test",
            "ADW_DISABLE_PORTAL": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        environment.pop("GSETTINGS_SCHEMA_DIR", None)
        if self.has_schemas:
            environment["GSETTINGS_SCHEMA_DIR"] = self.folder
        return environment

    def start(self, *arguments):
        process = subprocess.Popen(
            [PROGRAM, *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        return process

    def wait_for_name(self):
        wait_until(lambda: self.session.has_owner(APPLICATION), "the application on the bus")

    def wait_for_end(self, process):
        """Its exit status; what it complained about fails the test."""
        wait_until(lambda: process.poll() is not None, "the process to end")
        complaints = [
            line
            for line in process.stderr.read().splitlines()
            if "WARNING" in line or "CRITICAL" in line
            # GLib, where there is nobody who shows notifications.
            if "unable to send notifications" not in line
        ]
        assert not complaints, complaints
        return process.returncode

    def act(self, action, *parameters):
        """Activates an action of the application as a desktop does."""
        self.session.call(
            APPLICATION,
            APPLICATION_PATH,
            "org.freedesktop.Application",
            "ActivateAction",
            GLib.Variant("(sava{sv})", (action, [GLib.Variant("s", p) for p in parameters], {})),
        )

    def wait_for_sync_end(self):
        """Looks on as a tray does until a sync has ended and none is under way."""
        with Watcher(self.session) as watcher:
            sender = wait_until(lambda: watcher.items, "an icon in the tray")[0][0]
            item = Item(self.session, sender)
            wait_until(lambda: item.tool_tip().startswith("Up to date"), "the sync to end")

    def autostart(self):
        """The file that starts it at login; "" for none."""
        path = os.path.join(
            self.profile.folder, "config", "autostart", f"{APPLICATION}.desktop"
        )
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def action_state(self, action):
        """The state of an action of the application."""
        return self.session.call(
            APPLICATION,
            APPLICATION_PATH,
            "org.gtk.Actions",
            "Describe",
            GLib.Variant("(s)", (action,)),
        )[0][2][0]

    def run(self, *command):
        return subprocess.run(
            command,
            env={**os.environ, "DISPLAY": self.display.name},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()

    def windows(self):
        """The windows in sight, as the display's numbers."""
        return self.run("xdotool", "search", "--onlyvisible", "--class", "brightconnect")

    def wait_for_windows(self, count):
        return wait_until(
            lambda: len(self.windows()) == count and (self.windows() or True),
            f"{count} windows in sight",
        )

    def press(self, window, key):
        self.run("xdotool", "windowfocus", "--sync", window, "key", key)
