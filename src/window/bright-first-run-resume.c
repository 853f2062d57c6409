/* Where the first run goes on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-first-run-resume.h"

#include "bright-sync-accounts.h"

static BrightSettingsGroup *
get_group (BrightSyncService *service, const char *name)
{
  return bright_settings_get_group (bright_sync_service_get_settings (service), name);
}

static gboolean
is_filled_in (BrightSyncService *service, const char *key)
{
  g_autofree char *text = bright_settings_group_dup_text (get_group (service, "connection"), key);

  return text[0] != '\0';
}

static gboolean
is_chosen (BrightSyncService *service, const char *key)
{
  return bright_settings_group_get_integer (get_group (service, "orders"), key) != 0;
}

/* A preview is kept as long as the program runs; later it is made anew, which costs little. */
static BrightFirstRunStep
find_late_step (BrightSyncService *service, gboolean has_orders)
{
  gboolean has_channel = is_chosen (service, "channel-id");
  gboolean has_warehouse = is_chosen (service, "warehouse-id");

  if (has_channel && has_warehouse)
    return has_orders ? BRIGHT_FIRST_RUN_MODE : BRIGHT_FIRST_RUN_PREVIEW;
  return has_channel || has_warehouse ? BRIGHT_FIRST_RUN_MAPPING : BRIGHT_FIRST_RUN_GO_LIVE;
}

static gboolean
has_plan (BrightSyncService *service)
{
  guint planned;

  g_object_get (service, "planned", &planned, NULL);
  return planned > 0;
}

static void
orders_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *service = BRIGHT_SYNC_SERVICE (source);
  GError *error = NULL;
  g_autoptr (GPtrArray) orders = bright_sync_service_list_orders_finish (service, result, &error);

  if (orders == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task,
                       (gssize)find_late_step (service, orders->len > 0 || has_plan (service)));
}

/* Whether a token is where a sync can read it. */
static gboolean
finish_token (BrightSyncService *service, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  BrightTokenState state;

  /* The account's own step says what is wrong. */
  return bright_sync_service_find_token_finish (service, result, &state, &error)
         && (state == BRIGHT_TOKEN_PRESENT || state == BRIGHT_TOKEN_READ_ONLY);
}

static void
account_token_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *service = BRIGHT_SYNC_SERVICE (source);

  if (!finish_token (service, result))
    g_task_return_int (task, BRIGHT_FIRST_RUN_ACCOUNT);
  else
    bright_sync_service_list_orders_async (service, NULL, NULL, 0, 1, g_task_get_cancellable (task),
                                           orders_listed_cb, g_object_ref (task));
}

static void
store_token_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightSyncService *service = BRIGHT_SYNC_SERVICE (source);

  if (!finish_token (service, result))
    g_task_return_int (task, BRIGHT_FIRST_RUN_STORE);
  else if (!bright_sync_service_is_configured (service))
    g_task_return_int (task, BRIGHT_FIRST_RUN_ACCOUNT);
  else
    bright_sync_service_find_token_async (service, BRIGHT_PLATFORM_BRIGHTPEARL,
                                          g_task_get_cancellable (task), account_token_found_cb,
                                          g_object_ref (task));
}

void
bright_first_run_find_step_async (BrightSyncService *service,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (service, cancellable, callback, user_data);

  g_task_set_source_tag (task, bright_first_run_find_step_async);
  if (!is_filled_in (service, "bigcommerce-store-hash"))
    g_task_return_int (task, is_filled_in (service, "brightpearl-account")
                                 ? BRIGHT_FIRST_RUN_STORE
                                 : BRIGHT_FIRST_RUN_WELCOME);
  else
    bright_sync_service_find_token_async (service, BRIGHT_PLATFORM_BIGCOMMERCE, cancellable,
                                          store_token_found_cb, g_object_ref (task));
}

gboolean
bright_first_run_find_step_finish (GAsyncResult *result, BrightFirstRunStep *step, GError **error)
{
  gssize found = g_task_propagate_int (G_TASK (result), error);

  if (found < 0)
    return FALSE;
  *step = (BrightFirstRunStep)found;
  return TRUE;
}
