/* Tests of the settings file while a profile is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "account-support.h"
#include "test-util.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *)data;
}

static void
set_warehouse (Place *place, gint64 id)
{
  g_object_set (place_get_group (place, "orders"), "warehouse-id", id, NULL);
}

static void
assert_absent (const char *path)
{
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Looking at a profile leaves nothing behind. */
static void
test_untouched (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *configuration = g_path_get_dirname (place->settings_path);
  g_autofree char *data = g_path_get_dirname (place->journal_path);
  g_autofree char *mode = NULL;
  g_autofree char *state = NULL;
  gint64 next_run;

  place_open (place);
  mode = place_dup (place, "schedule", "mode");
  g_assert_cmpstr (mode, ==, "watch");
  g_assert_false (bright_sync_service_is_configured (place->service));
  bright_sync_service_start (place->service);
  g_object_get (place->service, "next-run", &next_run, "state", &state, NULL);
  g_assert_cmpint (next_run, ==, 0);
  g_assert_cmpstr (state, ==, "idle");
  bright_sync_service_flush_settings (place->service);
  place_run (place);
  place_close (place);
  assert_absent (configuration);
  assert_absent (data);
}

static void
test_appears (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *go_live = NULL;
  struct stat status;

  place_open (place);
  set_warehouse (place, 2);
  g_object_set (place_get_group (place, "orders"), "channel-id", (gint64)4, NULL);
  bright_clock_advance (place->clock, 100 * G_TIME_SPAN_MILLISECOND);
  assert_absent (place->settings_path);
  place_wait_for_file (place, "orders/warehouse-id", "2");
  place_wait_for_file (place, "orders/channel-id", "4");
  g_assert_cmpint (stat (place->settings_path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  go_live = place_read_setting (place, "schedule/go-live");
  g_assert_cmpuint (strlen (go_live), >, 2);
  assert_absent (place->journal_path);
  place_wait_for_problem (place, "");
}

static void
test_close_and_flush (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *flushed = NULL;
  g_autofree char *closed = NULL;

  place_open (place);
  set_warehouse (place, 2);
  bright_sync_service_flush_settings (place->service);
  flushed = place_read_setting (place, "orders/warehouse-id");
  g_assert_cmpstr (flushed, ==, "2");
  set_warehouse (place, 3);
  place_close (place);
  closed = place_read_setting (place, "orders/warehouse-id");
  g_assert_cmpstr (closed, ==, "3");
}

/* Nothing that was typed while a thread still writes is lost or undone. */
static void
test_many_changes (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *last = NULL;

  place_open (place);
  for (gint64 id = 1; id <= 40; id++)
    {
      set_warehouse (place, id);
      bright_clock_advance (place->clock, 600 * G_TIME_SPAN_MILLISECOND);
      if (id % 4 == 0)
        test_run_for (2);
      if (id % 7 == 0)
        bright_sync_service_flush_settings (place->service);
    }
  place_wait_for_file (place, "orders/warehouse-id", "40");
  place_run (place);
  g_assert_cmpint (
      bright_settings_group_get_integer (place_get_group (place, "orders"), "warehouse-id"), ==,
      40);
  place_close (place);
  last = place_read_setting (place, "orders/warehouse-id");
  g_assert_cmpstr (last, ==, "40");
}

/* What others write goes into the objects that are there, and only what changed is told. */
static void
test_others (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *unknown = NULL;
  guint warehouse = 0;
  guint orders = 0;
  guint items = 0;

  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 2, 'channel-id': 4}}");
  place_open (place);
  g_signal_connect (place_get_group (place, "orders"), "notify::warehouse-id", G_CALLBACK (count),
                    &warehouse);
  g_signal_connect (place_get_group (place, "orders"), "notify", G_CALLBACK (count), &orders);
  g_signal_connect (place_get_group (place, "items"), "notify", G_CALLBACK (count), &items);
  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 5, 'channel-id': 4,"
                      " 'later': [1]}}");
  place_wait_for_model (place, "orders", "warehouse-id", "5");
  place_run (place);
  g_assert_cmpuint (warehouse, ==, 1);
  g_assert_cmpuint (orders, ==, 1);
  g_assert_cmpuint (items, ==, 0);
  g_object_set (place_get_group (place, "items"), "create-customers", FALSE, NULL);
  place_wait_for_file (place, "items/create-customers", "false");
  unknown = place_read_setting (place, "orders/later");
  g_assert_cmpstr (unknown, ==, "[1]");
}

/* Two fields that must differ can be exchanged for each other. */
static void
test_exchange (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *customer = NULL;

  place_write (place, "{'version': 1, 'notes': {'customer-field': 'PCF_A', 'staff-field':"
                      " 'PCF_B'}}");
  place_open (place);
  place_write (place, "{'version': 1, 'notes': {'customer-field': 'PCF_B', 'staff-field':"
                      " 'PCF_A'}}");
  place_wait_for_model (place, "notes", "staff-field", "\"PCF_A\"");
  customer = place_dup (place, "notes", "customer-field");
  g_assert_cmpstr (customer, ==, "PCF_B");
}

/* A field that was chosen here and there for different things is not used for both. */
static void
test_clash (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "{'version': 1, 'notes': {'customer-field': 'PCF_A', 'staff-field':"
                      " 'PCF_B'}}");
  place_open (place);
  g_object_set (place_get_group (place, "notes"), "customer-field", "PCF_C", NULL);
  place_write (place, "{'version': 1, 'notes': {'customer-field': 'PCF_A', 'staff-field':"
                      " 'PCF_C', 'enabled': true}}");
  place_wait_for_file (place, "notes/customer-field", "\"PCF_C\"");
  place_wait_for_file (place, "notes/staff-field", "\"PCF_B\"");
  place_wait_for_file (place, "notes/enabled", "true");
  place_wait_for_problem (place, "");
}

static void
answer (BrightSettingsGroup *orders, GParamSpec *pspec, BrightSettingsGroup *items)
{
  g_object_set (items, "create-customers", FALSE, NULL);
}

/* What answers a change of the file is a change of ours. */
static void
test_answer (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "{'version': 1}");
  place_open (place);
  g_signal_connect_object (place_get_group (place, "orders"), "notify::warehouse-id",
                           G_CALLBACK (answer), place_get_group (place, "items"), 0);
  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 5}}");
  place_wait_for_file (place, "items/create-customers", "false");
  place_wait_for_file (place, "orders/warehouse-id", "5");
}

/* Our own file is not taken for somebody else's. */
static void
test_no_echo (void)
{
  g_autoptr (Place) place = place_new ();
  guint changes = 0;

  place_open (place);
  set_warehouse (place, 2);
  place_wait_for_file (place, "orders/warehouse-id", "2");
  g_signal_connect (bright_sync_service_get_settings (place->service), "changed",
                    G_CALLBACK (count), &changes);
  place_run (place);
  g_assert_cmpuint (changes, ==, 0);
  set_warehouse (place, 3);
  bright_sync_service_flush_settings (place->service);
  set_warehouse (place, 4);
  place_wait_for_file (place, "orders/warehouse-id", "4");
  place_run (place);
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_broken (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *text = NULL;

  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 2}}");
  place_open (place);
  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 'two', 'channel-id': 4}}");
  place_wait_for_problem (place, "The settings file");
  g_assert_nonnull (
      strstr (bright_sync_service_get_settings_problem (place->service), "orders.warehouse-id"));
  place_wait_for_model (place, "orders", "warehouse-id", "2");
  place_wait_for_model (place, "orders", "channel-id", "0");
  /* What somebody is writing by hand is not written over. */
  g_object_set (place_get_group (place, "orders"), "lead-source-id", (gint64)7, NULL);
  place_run (place);
  text = place_read (place);
  g_assert_nonnull (strstr (text, "two"));
  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 6, 'channel-id': 4}}");
  place_wait_for_model (place, "orders", "warehouse-id", "6");
  place_wait_for_problem (place, "");
  place_wait_for_file (place, "orders/lead-source-id", "7");
  place_wait_for_file (place, "orders/warehouse-id", "6");
  place_wait_for_file (place, "orders/channel-id", "4");
}

/* Both change something at the same time: ours wins where both mean the same setting. */
static void
test_both (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 2, 'channel-id': 4}}");
  place_open (place);
  set_warehouse (place, 3);
  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 5, 'channel-id': 6},"
                      " 'more': true}");
  place_wait_for_file (place, "orders/warehouse-id", "3");
  place_wait_for_file (place, "orders/channel-id", "6");
  place_wait_for_file (place, "more", "true");
  place_wait_for_model (place, "orders", "channel-id", "6");
  place_run (place);
  place_wait_for_model (place, "orders", "warehouse-id", "3");
  place_wait_for_problem (place, "");
}

/* Files of this program cannot grow, as on a full disk. */
static void
fill_disk (struct rlimit *before)
{
  struct rlimit full;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, before), ==, 0);
  full = *before;
  full.rlim_cur = 0;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
}

static void
test_full_disk (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *kept = NULL;
  struct rlimit before;

  place_write (place, "{'version': 1, 'orders': {'warehouse-id': 2}}");
  place_open (place);
  fill_disk (&before);
  set_warehouse (place, 3);
  place_wait_for_problem (place, "The settings could not be saved");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  place_wait_for_model (place, "orders", "warehouse-id", "3");
  kept = place_read_setting (place, "orders/warehouse-id");
  g_assert_cmpstr (kept, ==, "2");
  g_object_set (place_get_group (place, "orders"), "channel-id", (gint64)4, NULL);
  place_wait_for_file (place, "orders/warehouse-id", "3");
  place_wait_for_file (place, "orders/channel-id", "4");
  place_wait_for_problem (place, "");
}

static void
test_import (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *account = NULL;
  guint changes = 0;

  place_open (place);
  g_object_set (place_get_group (place, "connection"), "brightpearl-account", "ours", NULL);
  set_warehouse (place, 2);
  g_signal_connect (bright_sync_service_get_settings (place->service), "changed",
                    G_CALLBACK (count), &changes);
  g_assert_false (bright_sync_service_import_settings (
      place->service,
      "{\"version\": 1, \"orders\": {\"channel-id\": 4, \"warehouse-id\": \"two\"},"
      " \"items\": {\"create-customers\": 3}}",
      &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_assert_nonnull (strstr (error->message, "orders.warehouse-id"));
  g_assert_nonnull (strstr (error->message, "items.create-customers"));
  g_assert_cmpuint (changes, ==, 0);
  g_clear_error (&error);
  g_assert_false (bright_sync_service_import_settings (place->service, "[]", &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_clear_error (&error);
  g_assert_false (bright_sync_service_import_settings (place->service, "{", &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_clear_error (&error);
  g_assert_true (bright_sync_service_import_settings (
      place->service,
      "{\"version\": 1, \"connection\": {\"brightpearl-account\": \"theirs\"},"
      " \"orders\": {\"channel-id\": 4, \"warehouse-id\": 5}, \"more\": 1}",
      &error));
  g_assert_no_error (error);
  account = place_dup (place, "connection", "brightpearl-account");
  g_assert_cmpstr (account, ==, "ours");
  place_wait_for_model (place, "orders", "channel-id", "4");
  place_wait_for_file (place, "orders/warehouse-id", "5");
  place_wait_for_file (place, "more", "1");
  place_wait_for_file (place, "connection/brightpearl-account", "\"ours\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_test_add_func ("/settings-live/untouched", test_untouched);
  g_test_add_func ("/settings-live/appears", test_appears);
  g_test_add_func ("/settings-live/close-and-flush", test_close_and_flush);
  g_test_add_func ("/settings-live/many-changes", test_many_changes);
  g_test_add_func ("/settings-live/others", test_others);
  g_test_add_func ("/settings-live/exchange", test_exchange);
  g_test_add_func ("/settings-live/clash", test_clash);
  g_test_add_func ("/settings-live/answer", test_answer);
  g_test_add_func ("/settings-live/no-echo", test_no_echo);
  g_test_add_func ("/settings-live/broken", test_broken);
  g_test_add_func ("/settings-live/both", test_both);
  g_test_add_func ("/settings-live/full-disk", test_full_disk);
  g_test_add_func ("/settings-live/import", test_import);
  return g_test_run ();
}
