/* A profile that is synced against the practice store, as the app does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"

#include "bright-time.h"
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

#define LONGEST_WAIT (90 * G_TIME_SPAN_SECOND)
#define TICK (20 * G_TIME_SPAN_MILLISECOND)
#define MOMENT 2
#define DAYS_SINCE_GO_LIVE 25
#define SECONDS_PER_DAY (24 * 60 * 60)

/* The ids are those of the practice account, which are the same for every seed. */
static const char base_settings[]
    = "{'version': 1,"
      " 'connection': {'search-lag-seconds': 0},"
      " 'schedule': {'mode': 'automatic'},"
      " 'orders': {"
      "  'channel-id': 4, 'warehouse-id': 2, 'lead-source-id': 7, 'price-list-id': 2,"
      "  'taxable-code': 'T20', 'tax-free-code': 'T9',"
      "  'tax-map': [{'rate': '20', 'brightpearl': 'T20'}, {'rate': '5', 'brightpearl': 'T5'},"
      "              {'rate': '0', 'brightpearl': 'T0'}],"
      "  'sales-nominal-code': '4000', 'shipping-nominal-code': '4040',"
      "  'gift-certificate-nominal-code': '2110', 'rounding-nominal-code': '2299',"
      "  'status-map': [{'bigcommerce': 11, 'brightpearl': 3},"
      "                 {'bigcommerce': 9, 'brightpearl': 6}],"
      "  'default-brightpearl-status': 3}}";

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* The settings have groups, and the groups have keys. */
static void
merge (JsonNode *settings, const char *text)
{
  g_autoptr (JsonNode) changes = parse (text);
  JsonObjectIter groups;
  const char *name;
  JsonNode *group;

  json_object_iter_init (&groups, json_node_get_object (changes));
  while (json_object_iter_next (&groups, &name, &group))
    {
      JsonObject *root = json_node_get_object (settings);
      JsonObjectIter keys;
      const char *key;
      JsonNode *value;

      if (!json_object_has_member (root, name))
        json_object_set_object_member (root, name, json_object_new ());
      json_object_iter_init (&keys, json_node_get_object (group));
      while (json_object_iter_next (&keys, &key, &value))
        json_object_set_member (json_object_get_object_member (root, name), key,
                                json_node_copy (value));
    }
}

static void
set_text (JsonNode *settings, const char *group, const char *key, const char *value)
{
  JsonObject *object = json_object_get_object_member (json_node_get_object (settings), group);

  json_object_set_string_member (object, key, value);
}

static void
set_connection (Profile *profile)
{
  Practice *practice = profile->practice;
  JsonNode *settings = profile->settings;
  gint64 today = bright_clock_get_seconds (profile->clock) / SECONDS_PER_DAY;
  g_autofree char *go_live = bright_time_format ((today - DAYS_SINCE_GO_LIVE) * SECONDS_PER_DAY);

  set_text (settings, "connection", "bigcommerce-url", practice->bigcommerce_url);
  set_text (settings, "connection", "bigcommerce-store-hash", practice->store_hash);
  set_text (settings, "connection", "brightpearl-url", practice->brightpearl_url);
  set_text (settings, "connection", "brightpearl-account", practice->account);
  set_text (settings, "connection", "brightpearl-app-ref", practice->app_reference);
  set_text (settings, "schedule", "go-live", go_live);
}

static void
note_moment (gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* Like practice_wait(), with the patience that a whole sync under faults needs. */
static void
wait_for (Profile *profile, GAsyncResult **result, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;

  while (*result == NULL)
    {
      gboolean over = FALSE;

      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for: %s", what);
      bright_clock_advance (profile->clock, TICK);
      g_timeout_add_once (MOMENT, note_moment, &over);
      while (!over)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
open_service (Profile *profile)
{
  g_autofree char *configuration = g_build_filename (profile->folder, "configuration", NULL);
  g_autofree char *data = g_build_filename (profile->folder, "data", NULL);
  g_autofree char *path = g_build_filename (configuration, "settings.json", NULL);
  g_autofree char *text = json_to_string (profile->settings, TRUE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *warnings;

  g_assert_cmpint (g_mkdir_with_parents (configuration, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (data, 0700), ==, 0);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
  profile->service = bright_sync_service_new (configuration, data, profile->clock);
  bright_sync_service_open_async (profile->service, NULL, test_keep_result, &result);
  wait_for (profile, &result, "the profile to open");
  bright_sync_service_open_finish (profile->service, result, &error);
  g_assert_no_error (error);
  warnings = bright_sync_service_get_warnings (profile->service);
  if (warnings->len > 0)
    g_error ("the settings of the test: %s", (const char *)warnings->pdata[0]);
  bright_sync_service_use_tokens (profile->service, profile->practice->bigcommerce_token,
                                  profile->practice->brightpearl_token);
}

static void
close_service (Profile *profile)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bright_sync_service_close_async (profile->service, test_keep_result, &result);
  wait_for (profile, &result, "the profile to close");
  bright_sync_service_close_finish (profile->service, result, &error);
  g_assert_no_error (error);
  g_clear_object (&profile->service);
}

/* libsoup 3.2 complains about itself where a connection breaks while its request is on its way.
 * The request ends with an error all the same, so that this is no reason to stop a test. */
static gboolean
is_about_itself (const char *domain, const char *message)
{
  return g_strcmp0 (domain, "libsoup") == 0
         && strstr (message, "async_send_request_return_result") != NULL;
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
  return !is_about_itself (domain, message);
}

static void
log_message (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
  if (!is_about_itself (domain, message))
    g_log_default_handler (domain, level, message, NULL);
}

static void
tolerate_broken_connections (void)
{
  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("libsoup", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION,
                     log_message, NULL);
}

Profile *
profile_new (Practice *practice, const char *settings)
{
  Profile *profile = g_new0 (Profile, 1);
  g_autoptr (GError) error = NULL;

  tolerate_broken_connections ();
  profile->practice = practice;
  profile->clock = bright_clock_new_manual (g_get_real_time () / G_USEC_PER_SEC);
  profile->folder = g_dir_make_tmp ("brightconnect-test-XXXXXX", &error);
  g_assert_no_error (error);
  profile->settings = parse (base_settings);
  set_connection (profile);
  if (settings != NULL)
    merge (profile->settings, settings);
  open_service (profile);
  return profile;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
profile_free (Profile *profile)
{
  if (profile == NULL)
    return;
  close_service (profile);
  remove_tree (profile->folder);
  g_free (profile->folder);
  json_node_unref (profile->settings);
  g_object_unref (profile->clock);
  g_free (profile);
}

void
profile_restart (Profile *profile, const char *settings)
{
  close_service (profile);
  if (settings != NULL)
    merge (profile->settings, settings);
  open_service (profile);
}

BrightSyncReport *
profile_run (Profile *profile, gboolean plan_only, const char *approval, GError **error)
{
  const char *const approvals[] = { approval, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  bright_sync_service_run_async (profile->service, plan_only, approvals, NULL, test_keep_result,
                                 &result);
  wait_for (profile, &result, "a sync to end");
  return bright_sync_service_run_finish (profile->service, result, error);
}

BrightSyncReport *
profile_sync (Profile *profile)
{
  g_autoptr (GError) error = NULL;
  BrightSyncReport *report = profile_run (profile, FALSE, NULL, &error);

  g_assert_no_error (error);
  return report;
}

void
profile_sync_and_forget (Profile *profile)
{
  g_autoptr (BrightSyncReport) report = profile_sync (profile);
}

BrightSyncReport *
profile_plan (Profile *profile)
{
  gint64 before = profile_count_writes (profile);
  g_autoptr (GError) error = NULL;
  BrightSyncReport *report = profile_run (profile, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (profile_count_writes (profile), ==, before);
  return report;
}

BrightExplanation *
profile_explain (Profile *profile, gint64 order_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightExplanation *explanation;

  bright_sync_service_explain_async (profile->service, order_id, NULL, test_keep_result, &result);
  wait_for (profile, &result, "an explanation");
  explanation = bright_sync_service_explain_finish (profile->service, result, &error);
  g_assert_no_error (error);
  return explanation;
}

void
profile_advance (Profile *profile, gint64 seconds)
{
  practice_advance (profile->practice, seconds);
  bright_clock_advance (profile->clock, seconds * G_USEC_PER_SEC);
}

gint64
profile_count_writes (Profile *profile)
{
  g_autoptr (JsonArray) writes = practice_list (profile->practice, "writes");

  return json_array_get_length (writes);
}

void
profile_assert_settled (Profile *profile)
{
  gint64 before = profile_count_writes (profile);

  profile_sync_and_forget (profile);
  profile_advance (profile, 2 * 60 * 60);
  profile_sync_and_forget (profile);
  g_assert_cmpint (profile_count_writes (profile), ==, before);
}

const char *
profile_find_attention (const BrightSyncReport *report, const char *subject)
{
  for (guint i = 0; i < report->attention->len; i++)
    {
      const BrightSubject *found = report->attention->pdata[i];

      if (strcmp (found->subject, subject) == 0)
        return found->code;
    }
  return "";
}

guint
profile_count_attention (const BrightSyncReport *report, const char *code)
{
  guint count = 0;

  for (guint i = 0; i < report->attention->len; i++)
    count += strcmp (((BrightSubject *)report->attention->pdata[i])->code, code) == 0;
  return count;
}

guint
profile_count_steps (const BrightSyncReport *report, const char *flow)
{
  guint count = 0;

  for (guint i = 0; i < report->steps->len; i++)
    count += flow == NULL || strcmp (((BrightStep *)report->steps->pdata[i])->flow, flow) == 0;
  return count;
}
