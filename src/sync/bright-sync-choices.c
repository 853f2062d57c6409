/* The sync service: reading what the settings offer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal keeps one fact for each kind. Reading them anew touches nothing
 * that a sync uses, so both may be under way at the same time; the next sync
 * finds in the journal what was read.
 */
#include "bright-reference.h"
#include "bright-sync-insight.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>

#define CHECKPOINT_TIME "choices:time"
#define CHECKPOINT_REFERENCE "reference:time"

/* ---- From the journal ---- */

static const char *const facts[BRIGHT_N_PLATFORMS] = {
  [BRIGHT_PLATFORM_BIGCOMMERCE] = BRIGHT_FACT_BIGCOMMERCE_REFERENCE,
  [BRIGHT_PLATFORM_BRIGHTPEARL] = BRIGHT_FACT_BRIGHTPEARL_REFERENCE,
};

static void
show_kind (BrightSyncService *self, BrightPlatform platform, const BrightReferenceKind *kind)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  if (kind->configuration != NULL)
    {
      g_free (self->time_zone);
      self->time_zone = g_strdup (kind->configuration->time_zone);
      return;
    }
  for (guint i = 0; i < kind->items->len; i++)
    {
      const BrightReferenceItem *item = kind->items->pdata[i];

      g_ptr_array_add (choices, bright_choice_new (item->id, item->code, item->name, item->detail,
                                                   item->is_inactive));
    }
  bright_choices_set_list (self->choices, platform, kind->kind, choices);
}

static void load_platform (GTask *task);

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  BrightPlatform platform = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GError *error = NULL;
  g_autoptr (GPtrArray) kinds
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (kinds == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < kinds->len; i++)
    show_kind (self, platform, kinds->pdata[i]);
  g_task_set_task_data (task, GUINT_TO_POINTER (platform + 1), NULL);
  load_platform (g_steal_pointer (&task));
}

/* Takes @task. */
static void
load_platform (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  BrightPlatform platform = GPOINTER_TO_UINT (g_task_get_task_data (task));

  if (platform < BRIGHT_N_PLATFORMS && self->journal != NULL)
    {
      bright_journal_load_facts_async (self->journal, facts[platform], NULL,
                                       &bright_reference_kind_type, g_task_get_cancellable (task),
                                       facts_loaded_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

void
bright_sync_service_load_choices_async (BrightSyncService *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_sync_service_load_choices_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (0), NULL);
  load_platform (task);
}

gboolean
bright_sync_service_load_choices_finish (BrightSyncService *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
bright_sync_service_update_choices (BrightSyncService *self)
{
  gint64 time = bright_sync_get_checkpoint_number (self->sync, CHECKPOINT_REFERENCE);

  if (time == self->reference_time)
    return;
  self->reference_time = time;
  bright_sync_service_load_choices_async (self, NULL, NULL, NULL);
}

void
bright_sync_service_take_choices_time (BrightSyncService *self, GHashTable *checkpoints)
{
  const char *time = g_hash_table_lookup (checkpoints, CHECKPOINT_TIME);
  const char *reference = g_hash_table_lookup (checkpoints, CHECKPOINT_REFERENCE);

  self->reference_time = reference != NULL ? g_ascii_strtoll (reference, NULL, 10) : 0;
  bright_choices_set_read_at (self->choices,
                              time != NULL ? MAX (g_ascii_strtoll (time, NULL, 10), 0) : 0);
}

BrightChoices *
bright_sync_service_get_choices (BrightSyncService *self)
{
  g_return_val_if_fail (BRIGHT_IS_SYNC_SERVICE (self), NULL);

  return self->choices;
}

/* ---- From the platforms ---- */

typedef struct
{
  BigcommerceClient *bigcommerce;
  BrightpearlClient *brightpearl;
  BrightJournal *journal;
  BrightPlatform platform;
  guint kind;                /* index into the platform's kinds */
  BrightJournalBatch *batch; /* (nullable) */
  GError *failure;           /* (nullable) */
  gint64 now;
} Refresh;

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  g_clear_object (&refresh->bigcommerce);
  g_clear_object (&refresh->brightpearl);
  g_clear_object (&refresh->journal);
  g_clear_pointer (&refresh->batch, bright_journal_batch_free);
  g_clear_error (&refresh->failure);
  g_free (refresh);
}

static void read_kind (GTask *task);

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  Refresh *refresh = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean success = bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error);

  if (refresh->failure != NULL)
    {
      g_clear_error (&error);
      g_task_return_error (task, g_steal_pointer (&refresh->failure));
      return;
    }
  if (!success)
    {
      g_task_return_error (task, error);
      return;
    }
  bright_choices_set_read_at (self->choices, refresh->now);
  g_task_return_boolean (task, TRUE);
}

/* Keeps what was read, also where the rest could not be; takes @task. */
static void
keep (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, refresh->now);

  if (refresh->failure == NULL)
    bright_journal_batch_set_checkpoint (refresh->batch, CHECKPOINT_TIME, time);
  bright_journal_commit_async (refresh->journal, g_steal_pointer (&refresh->batch), NULL,
                               committed_cb, task);
}

static const char *
get_kind (const Refresh *refresh)
{
  return refresh->platform == BRIGHT_PLATFORM_BIGCOMMERCE
             ? bigcommerce_client_get_reference_kinds ()[refresh->kind]
             : brightpearl_client_get_reference_kinds ()[refresh->kind];
}

/* Whether other kinds can be read all the same. */
static gboolean
is_of_one_kind (const GError *error)
{
  return g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING)
         || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED)
         || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND)
         || g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
}

/* Takes @items, which may be NULL with an error. */
static void
take_items (GTask *task, GPtrArray *items, GError *error)
{
  BrightSyncService *self = g_task_get_source_object (task);
  Refresh *refresh = g_task_get_task_data (task);
  g_autoptr (BrightReferenceKind) kind = NULL;

  if (items == NULL)
    {
      gboolean goes_on = is_of_one_kind (error);

      if (refresh->failure == NULL)
        refresh->failure = error;
      else
        g_error_free (error);
      refresh->kind++;
      if (goes_on)
        read_kind (task);
      else
        keep (task);
      return;
    }
  kind = bright_record_new (&bright_reference_kind_type);
  g_free (kind->kind);
  kind->kind = g_strdup (get_kind (refresh));
  g_ptr_array_unref (kind->items);
  kind->items = items;
  bright_reference_kind_keep (kind, refresh->batch, facts[refresh->platform], refresh->now);
  show_kind (self, refresh->platform, kind);
  refresh->kind++;
  read_kind (task);
}

static void
bigcommerce_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GPtrArray *items
      = bigcommerce_client_load_reference_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  take_items (user_data, items, error);
}

static void
brightpearl_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GPtrArray *items
      = brightpearl_client_load_reference_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  take_items (user_data, items, error);
}

/* Takes @task. */
static void
read_kind (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (refresh->platform == BRIGHT_PLATFORM_BIGCOMMERCE && get_kind (refresh) == NULL)
    {
      refresh->platform = BRIGHT_PLATFORM_BRIGHTPEARL;
      refresh->kind = 0;
    }
  if (get_kind (refresh) == NULL)
    keep (task);
  else if (refresh->platform == BRIGHT_PLATFORM_BIGCOMMERCE)
    bigcommerce_client_load_reference_async (refresh->bigcommerce, get_kind (refresh), cancellable,
                                             bigcommerce_read_cb, task);
  else
    brightpearl_client_load_reference_async (refresh->brightpearl, get_kind (refresh), cancellable,
                                             brightpearl_read_cb, task);
}

static void
start (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  Refresh *refresh = g_new0 (Refresh, 1);

  refresh->bigcommerce = g_object_ref (self->sync->bigcommerce);
  refresh->brightpearl = g_object_ref (self->sync->brightpearl);
  refresh->journal = g_object_ref (self->journal);
  refresh->platform = BRIGHT_PLATFORM_BIGCOMMERCE;
  refresh->batch = bright_journal_batch_new ();
  refresh->now = bright_clock_get_seconds (self->clock);
  g_task_set_task_data (task, refresh, refresh_free);
  read_kind (task);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = BRIGHT_SYNC_SERVICE (source);
  GError *error = NULL;

  if (!bright_sync_service_connect_finish (self, result, &error))
    g_task_return_error (task, error);
  else if (self->sync != NULL)
    start (g_steal_pointer (&task));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Stopped."));
}

void
bright_sync_service_refresh_choices_async (BrightSyncService *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->sync != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_refresh_choices_async);
  /* What was read is to be kept, whether or not it was stopped meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  if (!self->is_running)
    bright_sync_service_connect_async (self, cancellable, connected_cb, task);
  else if (self->sync->bigcommerce != NULL && self->sync->brightpearl != NULL)
    start (task);
  else
    {
      g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY, "%s",
                               _ ("A sync is under way already."));
      g_object_unref (task);
    }
}

gboolean
bright_sync_service_refresh_choices_finish (BrightSyncService *self,
                                            GAsyncResult *result,
                                            GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
