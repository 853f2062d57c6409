/* The desktop's portal for applications in the background.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A request is answered by a signal on an object whose path follows from our
 * name on the bus and a token, so that we can listen before we ask.
 */
#include "bright-portal.h"

#include <glib/gi18n.h>

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Background"

typedef struct
{
  GDBusConnection *connection;
  guint subscription; /* 0 once it was answered */
  gboolean autostart;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  g_object_unref (request->connection);
  g_free (request);
}

/* Whatever answers first ends the task: the portal, a failed call, or whoever gave up. */
static gboolean
settle (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  if (request->subscription == 0)
    return FALSE;
  g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  request->subscription = 0;
  return TRUE;
}

static void
responded_cb (GDBusConnection *connection,
              const char *sender,
              const char *path,
              const char *interface,
              const char *signal,
              GVariant *parameters,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean background = FALSE;
  guint response;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")) || !settle (task))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &background);
  g_variant_lookup (results, "autostart", "b", &request->autostart);
  if (response == 0 && background)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s",
                             _ ("The desktop does not allow it to go on without a window."));
}

/* A portal without a backend for this, or none at all. */
static gboolean
is_absent (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT);
}

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GVariant) handle
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (handle != NULL)
    return;
  if (settle (task))
    {
      if (is_absent (error))
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", error->message);
      else
        g_task_return_error (task, g_steal_pointer (&error));
    }
  g_clear_error (&error);
}

/* A person may never answer; the program ends all the same. */
static void
cancelled_cb (GTask *task)
{
  if (settle (task))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Stopped."));
}

static char *
make_request_path (GDBusConnection *connection, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (connection) + 1);

  return g_strconcat (PATH "/request/", g_strdelimit (sender, ".", '_'), "/", token, NULL);
}

static GVariant *
make_parameters (const char *token, gboolean autostart)
{
  static const char *const command[] = { "brightconnect", "--background", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (
      &options, "{sv}", "reason",
      g_variant_new_string (_ ("Orders and stock are kept in step while the window is closed.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_new ("(sa{sv})", "", &options);
}

void
bright_portal_request_async (GDBusConnection *connection,
                             gboolean autostart,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  static guint n_requests = 0;
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);
  g_autofree char *token = g_strdup_printf ("brightconnect%u", ++n_requests);
  g_autofree char *path = make_request_path (connection, token);

  g_task_set_source_tag (task, bright_portal_request_async);
  request->connection = g_object_ref (connection);
  g_task_set_task_data (task, request, request_free);
  request->subscription = g_dbus_connection_signal_subscribe (
      connection, NAME, "org.freedesktop.portal.Request", "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, responded_cb, g_object_ref (task), g_object_unref);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), task,
                             G_CONNECT_SWAPPED);
  g_dbus_connection_call (connection, NAME, PATH, INTERFACE, "RequestBackground",
                          make_parameters (token, autostart), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, cancellable, requested_cb, task);
}

gboolean
bright_portal_request_finish (GAsyncResult *result, gboolean *autostart, GError **error)
{
  const Request *request = g_task_get_task_data (G_TASK (result));

  *autostart = request->autostart;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
status_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  /* It only wants to hear it from applications in a sandbox. */
  if (answer == NULL)
    g_debug ("the desktop takes no status: %s", error->message);
}

void
bright_portal_set_status (GDBusConnection *connection, const char *line)
{
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "message", g_variant_new_string (line));
  g_dbus_connection_call (connection, NAME, PATH, INTERFACE, "SetStatus",
                          g_variant_new ("(a{sv})", &options), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, status_set_cb, NULL);
}
