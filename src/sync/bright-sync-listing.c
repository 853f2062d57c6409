/* The sync service: what a list of all orders asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-listing.h"

#include "bright-journal-counts.h"
#include "bright-sync-service-private.h"

static void
numbers_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GArray *numbers = bright_journal_load_numbers_finish (BRIGHT_JOURNAL (source), result, &error);

  if (numbers != NULL)
    g_task_return_pointer (task, numbers, (GDestroyNotify)g_array_unref);
  else
    g_task_return_error (task, error);
}

void
bright_sync_service_list_numbers_async (BrightSyncService *self,
                                        const char *search,
                                        const char *state,
                                        const char *code,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gboolean attention = g_strcmp0 (state, "attention") == 0;
  BrightSubjectQuery query = {
    .flow = "orders",
    .state = attention ? NULL : state,
    .code = code,
    .attention = attention,
    .search = search != NULL && search[0] != '\0' ? search : NULL,
    .newest_first = TRUE,
  };

  g_task_set_source_tag (task, bright_sync_service_list_numbers_async);
  bright_journal_load_numbers_async (self->journal, &query, cancellable, numbers_loaded_cb, task);
}

GArray *
bright_sync_service_list_numbers_finish (BrightSyncService *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
orders_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *orders = bright_journal_load_subjects_finish (BRIGHT_JOURNAL (source), result, &error);

  if (orders != NULL)
    g_task_return_pointer (task, orders, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
bright_sync_service_load_orders_async (BrightSyncService *self,
                                       const gint64 *numbers,
                                       gsize n_numbers,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_auto (GStrv) names = g_new0 (char *, n_numbers + 1);
  BrightSubjectQuery query = { .names = (const char *const *)names };

  for (gsize i = 0; i < n_numbers; i++)
    names[i] = g_strdup_printf ("order %" G_GINT64_FORMAT, numbers[i]);
  g_task_set_source_tag (task, bright_sync_service_load_orders_async);
  bright_journal_load_subjects_async (self->journal, &query, cancellable, orders_loaded_cb, task);
}

GPtrArray *
bright_sync_service_load_orders_finish (BrightSyncService *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
