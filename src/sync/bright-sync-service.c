/* The sync service: its state and its properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-desk.h"
#include "bright-sync-insight.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  PROP_0,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_DONE,
  PROP_TOTAL,
  PROP_LAST_SUCCESS,
  PROP_NEXT_RUN,
  PROP_ATTENTION,
  PROP_THROTTLED_UNTIL,
  PROP_PLANNED,
  PROP_PAUSED_UNTIL,
  PROP_SETTINGS_PROBLEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightSyncService, bright_sync_service, G_TYPE_OBJECT)

static void
bright_sync_service_dispose (GObject *object)
{
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (object);

  bright_sync_service_stop (self);
  bright_sync_service_forget_pause_timer (self);
  if (self->run_cancellable != NULL)
    g_cancellable_cancel (self->run_cancellable);
  g_clear_object (&self->run_cancellable);
  g_clear_pointer (&self->sync, bright_sync_free);
  g_clear_object (&self->journal);
  if (self->file != NULL)
    bright_settings_file_close (self->file);
  g_clear_object (&self->file);
  g_clear_object (&self->settings);
  g_clear_object (&self->vault);
  g_clear_object (&self->choices);
  G_OBJECT_CLASS (bright_sync_service_parent_class)->dispose (object);
}

static void
bright_sync_service_finalize (GObject *object)
{
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (object);

  g_free (self->configuration_directory);
  g_free (self->data_directory);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->plan);
  g_free (self->state);
  g_free (self->message);
  g_free (self->time_zone);
  bright_sync_gaps_free (self->gaps);
  g_free (self->pace_reason);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (bright_sync_service_parent_class)->finalize (object);
}

static void
bright_sync_service_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_DONE:
      g_value_set_uint (value, self->done);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_LAST_SUCCESS:
      g_value_set_int64 (value, self->last_success);
      break;
    case PROP_NEXT_RUN:
      g_value_set_int64 (value, self->next_run);
      break;
    case PROP_ATTENTION:
      g_value_set_uint (value, self->attention);
      break;
    case PROP_THROTTLED_UNTIL:
      g_value_set_int64 (value, self->throttled_until);
      break;
    case PROP_PLANNED:
      g_value_set_uint (value, self->plan->len);
      break;
    case PROP_PAUSED_UNTIL:
      g_value_set_int64 (value, bright_sync_service_get_paused_until (self));
      break;
    case PROP_SETTINGS_PROBLEM:
      g_value_set_string (value, bright_sync_service_get_settings_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bright_sync_service_class_init (BrightSyncServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bright_sync_service_dispose;
  object_class->finalize = bright_sync_service_finalize;
  object_class->get_property = bright_sync_service_get_property;
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "off", flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  properties[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LAST_SUCCESS]
      = g_param_spec_int64 ("last-success", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NEXT_RUN] = g_param_spec_int64 ("next-run", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ATTENTION] = g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_THROTTLED_UNTIL]
      = g_param_spec_int64 ("throttled-until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_PLANNED] = g_param_spec_uint ("planned", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PAUSED_UNTIL]
      = g_param_spec_int64 ("paused-until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SETTINGS_PROBLEM]
      = g_param_spec_string ("settings-problem", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_sync_service_init (BrightSyncService *self)
{
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->plan = bright_record_list_new (&bright_step_type);
  self->state = g_strdup ("off");
  self->message = g_strdup ("");
  self->choices = bright_choices_new ();
}

BrightSyncService *
bright_sync_service_new (const char *configuration_directory,
                         const char *data_directory,
                         BrightClock *clock)
{
  BrightSyncService *self = g_object_new (BRIGHT_TYPE_SYNC_SERVICE, NULL);

  self->configuration_directory = g_strdup (configuration_directory);
  self->data_directory = g_strdup (data_directory);
  self->clock = g_object_ref (clock);
  return self;
}

void
bright_sync_service_set_state (BrightSyncService *self, const char *state, const char *message)
{
  if (strcmp (self->state, state) != 0)
    {
      g_free (self->state);
      self->state = g_strdup (state);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (strcmp (self->message, message) != 0)
    {
      g_free (self->message);
      self->message = g_strdup (message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
    }
}

static void
set_uint (BrightSyncService *self, guint *field, guint value, guint property)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_time (BrightSyncService *self, gint64 *field, gint64 value, guint property)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
bright_sync_service_set_progress (BrightSyncService *self, guint done, guint total)
{
  g_autofree char *message
      = g_strdup_printf (_ ("Working: %u of %u orders."), MIN (done, total), total);

  set_uint (self, &self->total, total, PROP_TOTAL);
  set_uint (self, &self->done, done, PROP_DONE);
  bright_sync_service_set_state (self, self->state, message);
}

void
bright_sync_service_set_last_success (BrightSyncService *self, gint64 time, guint attention)
{
  set_time (self, &self->last_success, time, PROP_LAST_SUCCESS);
  set_uint (self, &self->attention, attention, PROP_ATTENTION);
}

void
bright_sync_service_notify_paused (BrightSyncService *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED_UNTIL]);
}

void
bright_sync_service_set_throttled_until (BrightSyncService *self, gint64 time)
{
  set_time (self, &self->throttled_until, time, PROP_THROTTLED_UNTIL);
}

void
bright_sync_service_set_next_run (BrightSyncService *self, gint64 time)
{
  set_time (self, &self->next_run, time, PROP_NEXT_RUN);
}

void
bright_sync_service_set_plan (BrightSyncService *self, GPtrArray *steps)
{
  gboolean changes = self->plan->len > 0 || steps->len > 0;

  g_ptr_array_unref (self->plan);
  self->plan = g_ptr_array_ref (steps);
  if (changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLANNED]);
}

GPtrArray *
bright_sync_service_get_plan (BrightSyncService *self)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), NULL);

  return self->plan;
}

void
bright_sync_service_cancel_run (BrightSyncService *self)
{
  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self));

  if (self->run_cancellable != NULL)
    g_cancellable_cancel (self->run_cancellable);
}

static void
ignore_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* A vault in memory takes whatever it is given. */
  if (!bright_vault_store_finish (BRIGHT_VAULT (source), result, &error))
    g_warning ("%s", error->message);
}

void
bright_sync_service_use_tokens (BrightSyncService *self,
                                const char *bigcommerce_token,
                                const char *brightpearl_token)
{
  g_autoptr (BrightSettingsSnapshot) settings = NULL;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->settings != NULL);

  settings = bright_settings_snapshot (self->settings);
  g_set_object (&self->vault, NULL);
  self->vault = bright_vault_new_memory ();
  self->has_given_tokens = TRUE;
  self->token_changes++;
  bright_vault_store_async (self->vault, BRIGHT_PLATFORM_BIGCOMMERCE,
                            settings->connection.bigcommerce_store_hash, bigcommerce_token, NULL,
                            ignore_stored_cb, NULL);
  bright_vault_store_async (self->vault, BRIGHT_PLATFORM_BRIGHTPEARL,
                            settings->connection.brightpearl_account, brightpearl_token, NULL,
                            ignore_stored_cb, NULL);
}

BrightSettings *
bright_sync_service_get_settings (BrightSyncService *self)
{
  return self->settings;
}

GPtrArray *
bright_sync_service_get_warnings (BrightSyncService *self)
{
  return self->warnings;
}
