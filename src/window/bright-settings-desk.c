/* What all rows of the page Settings share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-desk.h"

#include "bright-settings-effect.h"
#include "bright-toast.h"

#include <string.h>

struct _BrightSettingsDesk
{
  GObject parent_instance;

  BrightSyncService *service; /* (owned) */
  GPtrArray *seen;            /* (owned) (nullable): of BrightSeen */
  GCancellable *cancellable;  /* (owned) */
  gboolean is_open;           /* the numbers are looked at */
  gboolean is_counting;
  gboolean is_outdated; /* there was another sync while it counted */
  struct Undo *last;    /* (unowned) (nullable): of the toast that is shown */
};

enum
{
  SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightSettingsDesk, bright_settings_desk, G_TYPE_OBJECT)

static void count (BrightSettingsDesk *self);

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightSettingsDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen
      = bright_sync_service_count_seen_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  self->is_counting = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (seen == NULL)
    {
      /* The numbers only help to choose; what could not be counted stays as it was. */
      g_debug ("not counted: %s", error->message);
      return;
    }
  g_clear_pointer (&self->seen, g_ptr_array_unref);
  self->seen = g_steal_pointer (&seen);
  g_signal_emit (self, signals[SEEN], 0);
  if (self->is_outdated)
    count (self);
}

static void
count (BrightSettingsDesk *self)
{
  if (!self->is_open || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_outdated = self->is_counting;
  if (self->is_counting)
    return;
  self->is_counting = TRUE;
  bright_sync_service_count_seen_async (self->service, self->cancellable, counted_cb,
                                        g_object_ref (self));
}

static void
bright_settings_desk_dispose (GObject *object)
{
  BrightSettingsDesk *self = BRIGHT_SETTINGS_DESK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_settings_desk_parent_class)->dispose (object);
}

static void
bright_settings_desk_finalize (GObject *object)
{
  BrightSettingsDesk *self = BRIGHT_SETTINGS_DESK (object);

  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (bright_settings_desk_parent_class)->finalize (object);
}

static void
bright_settings_desk_class_init (BrightSettingsDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_settings_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_settings_desk_finalize;
  signals[SEEN] = g_signal_new ("seen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
bright_settings_desk_init (BrightSettingsDesk *self)
{
  self->cancellable = g_cancellable_new ();
}

BrightSettingsDesk *
bright_settings_desk_new (BrightSyncService *service)
{
  BrightSettingsDesk *self = g_object_new (BRIGHT_TYPE_SETTINGS_DESK, NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (service, "notify::last-success", G_CALLBACK (count), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
bright_settings_desk_open (BrightSettingsDesk *self)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_DESK (self));

  if (self->is_open)
    return;
  self->is_open = TRUE;
  count (self);
}

void
bright_settings_desk_close (BrightSettingsDesk *self)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS_DESK (self));

  g_cancellable_cancel (self->cancellable);
}

BrightSyncService *
bright_settings_desk_get_service (BrightSettingsDesk *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (self), NULL);

  return self->service;
}

BrightSettings *
bright_settings_desk_get_settings (BrightSettingsDesk *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (self), NULL);

  return bright_sync_service_get_settings (self->service);
}

BrightChoices *
bright_settings_desk_get_choices (BrightSettingsDesk *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (self), NULL);

  return bright_sync_service_get_choices (self->service);
}

GPtrArray *
bright_settings_desk_get_seen (BrightSettingsDesk *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (self), NULL);

  return self->seen;
}

BrightSettingsGroup *
bright_settings_desk_find (BrightSettingsDesk *self, const char *name, const char **key)
{
  const char *dot = strchr (name, '.');
  g_autofree char *group = NULL;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (self) && dot != NULL, NULL);

  group = g_strndup (name, (gsize)(dot - name));
  *key = dot + 1;
  return bright_settings_get_group (bright_settings_desk_get_settings (self), group);
}

/* What a toast takes back. */
typedef struct Undo
{
  BrightSettingsDesk *desk;   /* (owned) */
  BrightSettingsGroup *group; /* (owned) */
  char *key;
  JsonNode *value; /* (owned) */
  gboolean is_done;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  if (undo->desk->last == undo)
    undo->desk->last = NULL;
  g_object_unref (undo->desk);
  g_object_unref (undo->group);
  g_free (undo->key);
  json_node_unref (undo->value);
  g_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  undo->is_done = TRUE;
  /* It had this value; only a change since then can stand in the way of it. */
  if (!bright_settings_group_set_json (undo->group, undo->key, undo->value, &error))
    g_message ("not undone: %s", error->message);
}

/* A number that is stepped through goes back to where it began, as long as the toast stands. */
static JsonNode *
choose_value (BrightSettingsDesk *self,
              BrightSettingsGroup *group,
              const char *key,
              const BrightSettingSpec *spec,
              JsonNode *before)
{
  const Undo *last = self->last;
  gboolean goes_on = spec->control == BRIGHT_CONTROL_NUMBER && last != NULL && !last->is_done
                     && last->group == group && strcmp (last->key, key) == 0;

  return json_node_ref (goes_on ? last->value : before);
}

gboolean
bright_settings_desk_change (BrightSettingsDesk *self,
                             GtkWidget *from,
                             const BrightSettingSpec *spec,
                             JsonNode *value,
                             GError **error)
{
  const char *key;
  BrightSettingsGroup *group = bright_settings_desk_find (self, spec->key, &key);
  g_autoptr (JsonNode) before = bright_settings_group_dup_json (group, key);
  g_autoptr (JsonNode) after = NULL;
  g_autofree char *effect = NULL;
  Undo *undo;

  if (!bright_settings_group_set_json (group, key, value, error))
    return FALSE;
  after = bright_settings_group_dup_json (group, key);
  if (json_node_equal (before, after))
    return TRUE;
  effect = bright_settings_describe_change (spec, before, after, self->seen);
  undo = g_new0 (Undo, 1);
  undo->desk = g_object_ref (self);
  undo->group = g_object_ref (group);
  undo->key = g_strdup (key);
  undo->value = choose_value (self, group, key, spec, before);
  self->last = undo;
  bright_toast_show_undo (from, effect, undo_cb, undo, undo_free);
  return TRUE;
}
