/* Going on without a window: what the merchant chose and what the desktop allows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Background portal is asked where there is one. Without it a file in the
 * autostart folder does the same, but not in a sandbox, where the desktop would
 * not see it.
 */
#include "bright-background.h"

#include "bright-autostart.h"
#include "bright-portal.h"

#include <glib/gi18n.h>

#define KEY "keep-running"

struct _BrightBackground
{
  GObject parent_instance;

  GSettings *settings;         /* (owned) (nullable) */
  GDBusConnection *connection; /* (owned) (nullable) */
  GCancellable *cancellable;   /* (owned): of the latest request */
  gboolean is_sandboxed;
  gboolean is_chosen; /* only without settings */
  gboolean is_enabled;
  gboolean is_refused;
  gboolean autostart;
  char *problem;
  char *status; /* (nullable): what the desktop was told last */
};

enum
{
  PROP_0,
  PROP_ENABLED,
  PROP_AUTOSTART,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightBackground, bright_background, G_TYPE_OBJECT)

static void
set_result (BrightBackground *self, gboolean autostart, const char *problem)
{
  if (self->autostart != autostart)
    {
      self->autostart = autostart;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTOSTART]);
    }
  if (g_strcmp0 (self->problem, problem) != 0)
    {
      g_free (self->problem);
      self->problem = g_strdup (problem);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }
}

static void
file_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightBackground) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  if (bright_autostart_set_finish (result, &error))
    {
      set_result (self, self->is_enabled, "");
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  problem = g_strdup_printf (_ ("It cannot be started with the desktop: %s"), error->message);
  set_result (self, FALSE, problem);
}

/* The desktop's portal does not start us; a file may. */
static void
use_file (BrightBackground *self)
{
  if (!self->is_sandboxed)
    bright_autostart_set_async (self->is_enabled, self->cancellable, file_set_cb,
                                g_object_ref (self));
  else if (self->is_enabled)
    set_result (self, FALSE,
                _ ("The desktop does not start it at login; open it once after you logged in."));
  else
    set_result (self, FALSE, "");
}

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightBackground) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean autostart;
  gboolean success = bright_portal_request_finish (result, &autostart, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_refused
      = self->is_enabled && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  if (self->is_refused)
    set_result (self, FALSE, error->message);
  else if (success && autostart && self->is_enabled)
    set_result (self, TRUE, "");
  else
    use_file (self);
}

/* Only the latest wish counts. */
static void
ask_desktop (BrightBackground *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_refused = FALSE;
  if (self->connection != NULL)
    bright_portal_request_async (self->connection, self->is_enabled, self->cancellable,
                                 requested_cb, g_object_ref (self));
  else
    use_file (self);
}

static void
file_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightBackground) self = user_data;

  set_result (self, bright_autostart_find_finish (result, NULL), "");
}

/* A sandbox must ask each time; outside of one, whoever took the file away is respected. */
static void
look_around (BrightBackground *self)
{
  if (!self->is_enabled)
    return;
  if (self->is_sandboxed)
    ask_desktop (self);
  else
    bright_autostart_find_async (self->cancellable, file_found_cb, g_object_ref (self));
}

static void
set_enabled (BrightBackground *self, gboolean enabled)
{
  if (self->is_enabled == enabled)
    return;
  self->is_enabled = enabled;
  g_clear_pointer (&self->status, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
  ask_desktop (self);
}

static void
changed_cb (BrightBackground *self)
{
  set_enabled (self, g_settings_get_boolean (self->settings, KEY));
}

static void
bright_background_dispose (GObject *object)
{
  BrightBackground *self = BRIGHT_BACKGROUND (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (bright_background_parent_class)->dispose (object);
}

static void
bright_background_finalize (GObject *object)
{
  BrightBackground *self = BRIGHT_BACKGROUND (object);

  g_object_unref (self->cancellable);
  g_free (self->problem);
  g_free (self->status);
  G_OBJECT_CLASS (bright_background_parent_class)->finalize (object);
}

static void
bright_background_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightBackground *self = BRIGHT_BACKGROUND (object);

  switch (id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, self->is_enabled);
      break;
    case PROP_AUTOSTART:
      g_value_set_boolean (value, self->autostart);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bright_background_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENABLED)
    bright_background_set_enabled (BRIGHT_BACKGROUND (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bright_background_class_init (BrightBackgroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bright_background_dispose;
  object_class->finalize = bright_background_finalize;
  object_class->get_property = bright_background_get_property;
  object_class->set_property = bright_background_set_property;
  properties[PROP_ENABLED]
      = g_param_spec_boolean ("enabled", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_AUTOSTART] = g_param_spec_boolean ("autostart", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_background_init (BrightBackground *self)
{
  self->cancellable = g_cancellable_new ();
  self->problem = g_strdup ("");
  self->is_sandboxed = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

BrightBackground *
bright_background_new (GSettings *settings, GDBusConnection *connection)
{
  BrightBackground *self = g_object_new (BRIGHT_TYPE_BACKGROUND, NULL);

  if (connection != NULL)
    self->connection = g_object_ref (connection);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      self->is_enabled = g_settings_get_boolean (settings, KEY);
      g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  look_around (self);
  return self;
}

gboolean
bright_background_is_chosen (BrightBackground *self)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (BRIGHT_IS_BACKGROUND (self), FALSE);

  if (self->settings != NULL)
    value = g_settings_get_user_value (self->settings, KEY);
  return self->is_chosen || value != NULL;
}

void
bright_background_set_enabled (BrightBackground *self, gboolean enabled)
{
  g_return_if_fail (BRIGHT_IS_BACKGROUND (self));

  self->is_chosen = TRUE;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY, enabled);
  set_enabled (self, enabled);
}

gboolean
bright_background_keeps_running (BrightBackground *self)
{
  g_return_val_if_fail (BRIGHT_IS_BACKGROUND (self), FALSE);

  return self->is_enabled && !self->is_refused;
}

void
bright_background_set_status (BrightBackground *self, const char *line)
{
  g_return_if_fail (BRIGHT_IS_BACKGROUND (self));

  if (!self->is_enabled || self->connection == NULL || g_strcmp0 (self->status, line) == 0)
    return;
  g_free (self->status);
  self->status = g_strdup (line);
  bright_portal_set_status (self->connection, line);
}

void
bright_background_stop (BrightBackground *self)
{
  g_return_if_fail (BRIGHT_IS_BACKGROUND (self));

  g_cancellable_cancel (self->cancellable);
}
