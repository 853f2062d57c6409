/* The sync service: how many orders are where, and what they have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-counts.h"
#include "bright-order-traits.h"
#include "bright-sync-insight.h"
#include "bright-sync-service-private.h"
#include "bright-time.h"

#include <string.h>

/* ---- What orders have ---- */

static const BrightField seen_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightSeen, STRING, kind, "kind"),
  BRIGHT_FIELD_NEEDED (BrightSeen, STRING, value, "value"),
  {},
};

const BrightRecordType bright_seen_type = { "seen", sizeof (BrightSeen), seen_fields };

static int
compare_seen (gconstpointer a, gconstpointer b)
{
  const BrightSeen *one = *(BrightSeen *const *)a;
  const BrightSeen *other = *(BrightSeen *const *)b;
  int kinds = strcmp (one->kind, other->kind);

  if (kinds != 0)
    return kinds;
  if (one->orders != other->orders)
    return one->orders > other->orders ? -1 : 1;
  return strcmp (one->value, other->value);
}

static void
traits_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GHashTable) counts
      = bright_journal_count_traits_finish (BRIGHT_JOURNAL (source), result, &error);
  GPtrArray *list;
  GHashTableIter iter;
  gpointer trait;
  gpointer count;

  if (counts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  list = bright_record_list_new (&bright_seen_type);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &trait, &count))
    {
      BrightSeen *seen = bright_record_new (&bright_seen_type);
      const char *space = strchr (trait, ' ');

      g_ptr_array_add (list, seen);
      if (space == NULL)
        continue;
      g_free (seen->kind);
      seen->kind = g_strndup (trait, (gsize)(space - (const char *)trait));
      g_free (seen->value);
      seen->value = g_strdup (space + 1);
      seen->orders = GPOINTER_TO_UINT (count);
    }
  g_ptr_array_sort (list, compare_seen);
  g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
}

void
bright_sync_service_count_seen_async (BrightSyncService *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  g_autoptr (BrightSettingsSnapshot) settings = NULL;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_count_seen_async);
  settings = bright_settings_snapshot (self->settings);
  bright_journal_count_traits_async (self->journal, BRIGHT_FACT_TRAITS, settings->schedule.go_live,
                                     cancellable, traits_counted_cb, task);
}

GPtrArray *
bright_sync_service_count_seen_finish (BrightSyncService *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Where orders are ---- */

static void
states_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GHashTable *states
      = bright_journal_count_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (states != NULL)
    g_task_return_pointer (task, states, (GDestroyNotify)g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

void
bright_sync_service_count_orders_async (BrightSyncService *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_count_orders_async);
  bright_journal_count_subjects_async (self->journal, "orders", cancellable, states_counted_cb,
                                       task);
}

static guint
get_count (GHashTable *states, const char *state)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (states, state));
}

gboolean
bright_sync_service_count_orders_finish (BrightSyncService *self,
                                         GAsyncResult *result,
                                         BrightOrderCounts *counts,
                                         GError **error)
{
  g_autoptr (GHashTable) states = g_task_propagate_pointer (G_TASK (result), error);

  if (states == NULL)
    return FALSE;
  *counts = (BrightOrderCounts){
    .linked = get_count (states, "linked"),
    .filtered = get_count (states, "filtered"),
    .held = get_count (states, "held"),
    /* What was never decided waits too. */
    .waiting = get_count (states, "waiting") + get_count (states, ""),
    .changed = get_count (states, "changed"),
    .cancelled = get_count (states, "cancelled"),
    .ignored = get_count (states, "ignored"),
    .attention = get_count (states, "attention"),
  };
  counts->total = counts->linked + counts->filtered + counts->held + counts->waiting
                  + counts->changed + counts->cancelled + counts->ignored;
  return TRUE;
}

/* ---- By day ---- */

static const BrightField day_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightDayCount, STRING, day, "day"),
  {},
};

const BrightRecordType bright_day_count_type = { "day", sizeof (BrightDayCount), day_fields };

static GTimeZone *
get_zone (BrightSyncService *self)
{
  GTimeZone *zone = self->time_zone != NULL ? g_time_zone_new_identifier (self->time_zone) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/* When each of the days begins, in the account's zone. */
static GArray *
list_days (BrightSyncService *self, guint n_days, GPtrArray *days)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc (bright_clock_get_seconds (self->clock));
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = n_days; i > 0; i--)
    {
      g_autoptr (GDateTime) there = g_date_time_add_days (now, -(int)(i - 1));
      g_autoptr (GDateTime) midnight
          = g_date_time_new (zone, g_date_time_get_year (there), g_date_time_get_month (there),
                             g_date_time_get_day_of_month (there), 0, 0, 0);
      BrightDayCount *day = bright_record_new (&bright_day_count_type);
      gint64 start = g_date_time_to_unix (midnight);

      g_free (day->day);
      day->day = g_date_time_format (there, "%F");
      g_ptr_array_add (days, day);
      g_array_append_val (starts, start);
    }
  return starts;
}

static void
add_period (BrightDayCount *day, const BrightPeriodCount *count)
{
  if (count->attention)
    day->attention += count->n_subjects;
  else if (strcmp (count->state, "linked") == 0)
    day->linked += count->n_subjects;
  else if (strcmp (count->state, "filtered") == 0 || strcmp (count->state, "cancelled") == 0
           || strcmp (count->state, "ignored") == 0)
    day->other += count->n_subjects;
  else
    day->held += count->n_subjects;
}

static void
periods_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *days = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) counts
      = bright_journal_count_periods_finish (BRIGHT_JOURNAL (source), result, &error);

  if (counts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < counts->len; i++)
    {
      const BrightPeriodCount *count = counts->pdata[i];

      add_period (days->pdata[count->period], count);
    }
  g_task_return_pointer (task, g_ptr_array_ref (days), (GDestroyNotify)g_ptr_array_unref);
}

void
bright_sync_service_count_days_async (BrightSyncService *self,
                                      guint n_days,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  GPtrArray *days;
  g_autoptr (GArray) starts = NULL;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);
  g_return_if_fail (n_days > 0 && n_days <= 3660);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_count_days_async);
  days = bright_record_list_new (&bright_day_count_type);
  starts = list_days (self, n_days, days);
  g_task_set_task_data (task, days, (GDestroyNotify)g_ptr_array_unref);
  bright_journal_count_periods_async (self->journal, "orders", starts, cancellable,
                                      periods_counted_cb, task);
}

GPtrArray *
bright_sync_service_count_days_finish (BrightSyncService *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- What needs a person ---- */

static gint64
get_age_key (const BrightSubject *subject)
{
  return subject->placed_at != 0 ? subject->placed_at : subject->changed_at;
}

static int
compare_attention (gconstpointer a, gconstpointer b)
{
  const BrightSubject *one = *(BrightSubject *const *)a;
  const BrightSubject *other = *(BrightSubject *const *)b;
  int codes = strcmp (one->code, other->code);
  gint64 one_time = get_age_key (one);
  gint64 other_time = get_age_key (other);

  if (codes != 0)
    return codes;
  if (one_time != other_time)
    return one_time > other_time ? -1 : 1;
  if (one->number != other->number)
    return one->number > other->number ? -1 : 1;
  return strcmp (one->subject, other->subject);
}

static void
attention_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *subjects
      = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (subjects == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->sync != NULL)
    {
      g_autoptr (BrightSettingsSnapshot) settings = bright_settings_snapshot (self->settings);
      g_autoptr (GPtrArray) gone = bright_settings_find_gone (settings, self->sync->world);

      bright_settings_list_gone (gone, subjects);
    }
  g_ptr_array_sort (subjects, compare_attention);
  g_task_return_pointer (task, subjects, (GDestroyNotify)g_ptr_array_unref);
}

void
bright_sync_service_list_attention_async (BrightSyncService *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task;
  BrightSubjectQuery query = { .attention = TRUE };

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bright_sync_service_list_attention_async);
  bright_journal_load_subjects_async (self->journal, &query, cancellable, attention_loaded_cb,
                                      task);
}

GPtrArray *
bright_sync_service_list_attention_finish (BrightSyncService *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
