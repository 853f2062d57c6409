/* The sync service: checking settings and tokens against both platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>

typedef struct
{
  BrightSyncService *service; /* (unowned): the task's source */
  BrightSettingsSnapshot *settings;
  BrightCheck *check;
} Checking;

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  bright_settings_snapshot_unref (checking->settings);
  bright_check_free (checking->check);
  g_free (checking);
}

static void
problem_free (gpointer data)
{
  BrightCheckProblem *problem = data;

  g_free (problem->setting);
  g_free (problem->code);
  g_free (problem->message);
  g_free (problem);
}

void
bright_check_free (BrightCheck *check)
{
  if (check == NULL)
    return;
  g_free (check->store_name);
  g_free (check->store_plan);
  g_free (check->store_currency);
  g_free (check->account_currency);
  g_free (check->account_time_zone);
  g_ptr_array_unref (check->problems);
  g_ptr_array_unref (check->warnings);
  g_free (check);
}

static void
add (GPtrArray *problems,
     const char *setting,
     const char *code,
     BrightError cause,
     char *message)
{
  BrightCheckProblem *problem = g_new0 (BrightCheckProblem, 1);

  problem->setting = g_strdup (setting);
  problem->code = g_strdup (code);
  problem->message = message;
  problem->cause = cause;
  g_ptr_array_add (problems, problem);
}

/* The setting that leads to an error of a platform as a whole. */
static const char *
find_setting (const GError *error, const char *url_setting)
{
  switch (error->code)
    {
    case BRIGHT_ERROR_OFFLINE:
    case BRIGHT_ERROR_INSECURE:
      return url_setting;
    default:
      return "";
    }
}

static void
add_error (BrightCheck *check, const GError *error, const char *name, const char *url_setting)
{
  gboolean is_ours = error->domain == BRIGHT_ERROR;
  BrightError cause = is_ours ? (BrightError) error->code : BRIGHT_ERROR_BUG;

  add (check->problems, is_ours ? find_setting (error, url_setting) : "",
       bright_error_name (cause), cause,
       g_strdup_printf ("%s: %s", name, error->message));
}

static void
finish (GTask *task)
{
  Checking *checking = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&checking->check),
                         (GDestroyNotify) bright_check_free);
  g_object_unref (task);
}

static void
add_references (GPtrArray *problems, GPtrArray *references, const char *code)
{
  for (guint i = 0; i < references->len; i++)
    {
      const BrightReferenceProblem *problem = references->pdata[i];

      add (problems, problem->setting, code, BRIGHT_ERROR_SETTINGS, g_strdup (problem->message));
    }
}

static void
reference_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Checking *checking = g_task_get_task_data (task);
  BrightWorld *world = checking->service->sync->world;
  const BrightpearlConfiguration *configuration;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) unbanked = NULL;
  g_autoptr (GError) error = NULL;

  if (!bright_reference_load_finish (result, &error))
    add_error (checking->check, error, "Brightpearl", "connection.brightpearl-url");
  else
    {
      gone = bright_settings_find_gone (checking->settings, world);
      add_references (checking->check->problems, gone, "reference-gone");
      if (checking->check->store_currency != NULL)
        unbanked = bright_settings_find_unbanked (checking->settings, world,
                                                  checking->check->store_currency);
      if (unbanked != NULL)
        add_references (checking->check->warnings, unbanked, "no-bank-account");
      configuration = bright_world_get_configuration (world);
      if (configuration != NULL)
        {
          checking->check->account_currency = g_strdup (configuration->base_currency);
          checking->check->account_time_zone = g_strdup (configuration->time_zone);
        }
    }
  finish (task);
}

static void
store_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Checking *checking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (BigcommerceCheck) store
      = bigcommerce_client_check_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  if (store == NULL)
    add_error (checking->check, error, "BigCommerce", "connection.bigcommerce-url");
  else
    {
      checking->check->store_name = g_strdup (store->name);
      checking->check->store_plan = g_strdup (store->plan);
      checking->check->store_currency = g_strdup (store->currency);
      for (char **scope = store->missing_scopes; *scope != NULL; scope++)
        add (checking->check->problems, "", bright_error_name (BRIGHT_ERROR_SCOPE_MISSING),
             BRIGHT_ERROR_SCOPE_MISSING,
             g_strdup_printf (_ ("BigCommerce: the token lacks the scope “%s”."), *scope));
    }
  bright_reference_load_async (checking->service->sync, TRUE, reference_loaded_cb, task);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Checking *checking = g_task_get_task_data (task);
  BrightSync *sync = checking->service->sync;
  GError *error = NULL;

  if (!bright_sync_service_connect_finish (BRIGHT_SYNC_SERVICE (source), result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  bright_sync_begin (sync, checking->settings, NULL, TRUE, g_task_get_cancellable (task));
  bigcommerce_client_check_async (sync->bigcommerce, sync->cancellable, store_checked_cb, task);
}

void
bright_sync_service_check_async (BrightSyncService *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Checking *checking = g_new0 (Checking, 1);
  g_autoptr (GPtrArray) unchosen = NULL;

  g_task_set_source_tag (task, bright_sync_service_check_async);
  checking->service = self;
  checking->settings = bright_settings_snapshot (self->settings);
  checking->check = g_new0 (BrightCheck, 1);
  checking->check->problems = g_ptr_array_new_with_free_func (problem_free);
  checking->check->warnings = g_ptr_array_new_with_free_func (problem_free);
  g_task_set_task_data (task, checking, checking_free);
  if (self->is_running)
    {
      g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_PROFILE_BUSY, "%s",
                               _ ("A sync is under way."));
      g_object_unref (task);
      return;
    }
  unchosen = bright_settings_find_unchosen (checking->settings);
  add_references (checking->check->problems, unchosen, "settings");
  bright_sync_service_connect_async (self, cancellable, connected_cb, task);
}

BrightCheck *
bright_sync_service_check_finish (BrightSyncService *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
