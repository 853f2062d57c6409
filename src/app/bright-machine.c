/* Fits the clock of a sync service to the machine: network, power, sleep.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-machine.h"

#include "bright-pace-decide.h"
#include "bright-sync-pace.h"

struct _BrightMachine
{
  GObject parent_instance;

  BrightSyncService *service;  /* (owned) */
  GNetworkMonitor *network;    /* (unowned) */
  GPowerProfileMonitor *power; /* (owned) */
  GDBusConnection *system_bus; /* (owned) (nullable) */
  GCancellable *cancellable;   /* (owned) */
  guint sleep_subscription;
  gboolean was_available;
};

G_DEFINE_FINAL_TYPE (BrightMachine, bright_machine, G_TYPE_OBJECT)

static void
fit_pace (BrightMachine *self)
{
  const char *reason;
  guint factor
      = bright_pace_decide (g_network_monitor_get_network_metered (self->network),
                            g_power_profile_monitor_get_power_saver_enabled (self->power), &reason);

  bright_sync_service_set_pace (self->service, factor, reason);
}

static void
network_changed_cb (BrightMachine *self)
{
  gboolean is_available = g_network_monitor_get_network_available (self->network);

  fit_pace (self);
  if (is_available && !self->was_available)
    bright_sync_service_sync_soon (self->service);
  self->was_available = is_available;
}

static void
sleep_cb (GDBusConnection *connection,
          const char *sender,
          const char *path,
          const char *interface,
          const char *signal,
          GVariant *parameters,
          gpointer user_data)
{
  BrightMachine *self = user_data;
  gboolean is_going_to_sleep = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &is_going_to_sleep);
  if (!is_going_to_sleep)
    bright_sync_service_sync_soon (self->service);
}

static void
bus_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightMachine) self = user_data;
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_bus_get_finish (result, &error);

  if (connection == NULL)
    {
      g_debug ("nobody tells of sleep: %s", error->message);
      return;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_object_unref (connection);
      return;
    }
  self->system_bus = connection;
  self->sleep_subscription = g_dbus_connection_signal_subscribe (
      connection, "org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
      "/org/freedesktop/login1", NULL, G_DBUS_SIGNAL_FLAGS_NONE, sleep_cb, self, NULL);
}

static void
bright_machine_dispose (GObject *object)
{
  BrightMachine *self = BRIGHT_MACHINE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->sleep_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->sleep_subscription);
  self->sleep_subscription = 0;
  g_clear_object (&self->system_bus);
  g_clear_object (&self->power);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_machine_parent_class)->dispose (object);
}

static void
bright_machine_finalize (GObject *object)
{
  g_object_unref (BRIGHT_MACHINE (object)->cancellable);
  G_OBJECT_CLASS (bright_machine_parent_class)->finalize (object);
}

static void
bright_machine_class_init (BrightMachineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_machine_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_machine_finalize;
}

static void
bright_machine_init (BrightMachine *self)
{
  self->cancellable = g_cancellable_new ();
  self->network = g_network_monitor_get_default ();
  self->power = g_power_profile_monitor_dup_default ();
}

BrightMachine *
bright_machine_new (BrightSyncService *service)
{
  BrightMachine *self = g_object_new (BRIGHT_TYPE_MACHINE, NULL);

  self->service = g_object_ref (service);
  self->was_available = g_network_monitor_get_network_available (self->network);
  g_signal_connect_object (self->network, "notify::network-available",
                           G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->network, "notify::network-metered", G_CALLBACK (fit_pace), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->power, "notify::power-saver-enabled", G_CALLBACK (fit_pace), self,
                           G_CONNECT_SWAPPED);
  fit_pace (self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, bus_found_cb, g_object_ref (self));
  return self;
}
