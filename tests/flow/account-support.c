/* A profile that a test opens by itself, with nothing in it at first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "account-support.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

#define TICK (50 * G_TIME_SPAN_MILLISECOND)
#define WHILE 400 /* milliseconds */

Place *
place_new (void)
{
  Place *place = g_new0 (Place, 1);
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("brightconnect-test-XXXXXX", &error);
  g_assert_no_error (error);
  place->settings_path = g_build_filename (place->folder, "configuration", "settings.json", NULL);
  place->journal_path = g_build_filename (place->folder, "data", "journal.db", NULL);
  place->clock = bright_clock_new_manual (g_get_real_time () / G_USEC_PER_SEC);
  return place;
}

void
place_wait (Place *place, GAsyncResult **result)
{
  practice_wait (result, place->clock);
}

void
place_open (Place *place)
{
  g_autofree char *configuration = g_path_get_dirname (place->settings_path);
  g_autofree char *data = g_path_get_dirname (place->journal_path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  place->service = bright_sync_service_new (configuration, data, place->clock);
  bright_sync_service_open_async (place->service, NULL, test_keep_result, &result);
  place_wait (place, &result);
  bright_sync_service_open_finish (place->service, result, &error);
  g_assert_no_error (error);
}

void
place_close (Place *place)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (place->service == NULL)
    return;
  bright_sync_service_close_async (place->service, test_keep_result, &result);
  place_wait (place, &result);
  bright_sync_service_close_finish (place->service, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_clear_object (&place->service);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
place_free (Place *place)
{
  place_close (place);
  remove_tree (place->folder);
  g_free (place->folder);
  g_free (place->settings_path);
  g_free (place->journal_path);
  g_object_unref (place->clock);
  g_free (place);
}

void
place_write (Place *place, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (place->settings_path);
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents_full (place->settings_path, json, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            &error);
  g_assert_no_error (error);
}

char *
place_read (Place *place)
{
  char *text = NULL;

  return g_file_get_contents (place->settings_path, &text, NULL, NULL) ? text : g_strdup ("");
}

char *
place_read_setting (Place *place, const char *path)
{
  g_autofree char *text = place_read (place);
  g_autoptr (JsonNode) root = bright_json_parse (text, -1, NULL);
  JsonNode *node = root != NULL ? bright_json_get (root, path) : NULL;

  return node != NULL ? bright_json_to_string (node) : g_strdup ("");
}

BrightSettingsGroup *
place_get_group (Place *place, const char *name)
{
  return bright_settings_get_group (bright_sync_service_get_settings (place->service), name);
}

char *
place_dup (Place *place, const char *group, const char *key)
{
  return bright_settings_group_dup_text (place_get_group (place, group), key);
}

/* What is waited for. */
typedef struct
{
  Place *place;
  const char *group;
  const char *key;
  const char *expected;
} Wish;

static void
tick (gpointer data)
{
  bright_clock_advance (((Wish *)data)->place->clock, TICK);
}

static gboolean
file_has (gpointer data)
{
  const Wish *wish = data;
  g_autofree char *json = place_read_setting (wish->place, wish->key);

  return strcmp (json, wish->expected) == 0;
}

static gboolean
model_has (gpointer data)
{
  const Wish *wish = data;
  g_autoptr (JsonNode) node
      = bright_settings_group_dup_json (place_get_group (wish->place, wish->group), wish->key);
  g_autofree char *json = bright_json_to_string (node);

  return strcmp (json, wish->expected) == 0;
}

static gboolean
problem_is (gpointer data)
{
  const Wish *wish = data;
  const char *problem = bright_sync_service_get_settings_problem (wish->place->service);

  return g_str_has_prefix (problem, wish->expected)
         && (problem[0] == '\0') == (wish->expected[0] == '\0');
}

void
place_wait_for_file (Place *place, const char *path, const char *json)
{
  Wish wish = { place, NULL, path, json };

  test_wait_until (file_has, tick, &wish, "a setting in the file");
}

void
place_wait_for_model (Place *place, const char *group, const char *key, const char *json)
{
  Wish wish = { place, group, key, json };

  test_wait_until (model_has, tick, &wish, "a setting of the model");
}

void
place_wait_for_problem (Place *place, const char *beginning)
{
  Wish wish = { place, NULL, NULL, beginning };

  test_wait_until (problem_is, tick, &wish, "a problem of the settings");
}

void
place_run (Place *place)
{
  gint64 end = g_get_monotonic_time () + WHILE * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      bright_clock_advance (place->clock, TICK);
      test_run_for (5);
    }
}

void
place_connect (Place *place, Practice *practice)
{
  g_object_set (place_get_group (place, "connection"), "bigcommerce-url", practice->bigcommerce_url,
                "bigcommerce-store-hash", practice->store_hash, "brightpearl-url",
                practice->brightpearl_url, "brightpearl-account", practice->account,
                "brightpearl-app-ref", practice->app_reference, "search-lag-seconds", (gint64)0,
                NULL);
}
