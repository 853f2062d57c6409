/* Tests of the settings file: defaults, wrong values, unknown keys, saving.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-json.h"
#include "bright-settings.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* What the program starts with; also the order of the file. */
static const char defaults[]
    = "{\"version\":1,"
      "\"connection\":{\"bigcommerce-url\":\"https://api.bigcommerce.com\","
      "\"bigcommerce-store-hash\":\"\",\"brightpearl-url\":\"https://euw1.brightpearlconnect.com\","
      "\"brightpearl-account\":\"\",\"brightpearl-app-ref\":\"\","
      "\"brightpearl-token-kind\":\"account\",\"brightpearl-instance-id\":0,"
      "\"brightpearl-requests-per-minute\":0,\"patience-seconds\":60,\"search-lag-seconds\":60},"
      "\"schedule\":{\"mode\":\"watch\",\"interval-seconds\":300,\"go-live\":\"\","
      "\"settle-minutes\":0},"
      "\"orders\":{\"enabled\":true,\"bigcommerce-statuses\":[11],\"brightpearl-statuses\":[],"
      "\"guest-orders\":true,\"create-in-bigcommerce\":false,\"channel-id\":0,\"warehouse-id\":0,"
      "\"lead-source-id\":0,\"project-id\":0,\"price-list-id\":0,\"reserve-stock\":true,"
      "\"taxable-code\":\"\",\"tax-free-code\":\"\",\"tax-map\":[],\"sales-nominal-code\":\"\","
      "\"shipping-nominal-code\":\"\",\"discount-nominal-code\":\"\","
      "\"gift-certificate-nominal-code\":\"\",\"edited-orders\":\"apply\","
      "\"missing-product\":\"hold\",\"several-addresses\":\"hold\","
      "\"rounding-threshold\":\"0.05\",\"rounding-nominal-code\":\"\",\"status-map\":[],"
      "\"default-brightpearl-status\":0,\"default-bigcommerce-status\":-1},"
      "\"items\":{\"bigcommerce-field\":\"sku\",\"brightpearl-field\":\"sku\","
      "\"create-customers\":true,\"update-customers\":\"fill-blanks\","
      "\"placeholder-contact-id\":0},"
      "\"fulfillment\":{\"enabled\":false,\"trigger\":\"goods-out-note\",\"trigger-status-id\":0,"
      "\"shipping-map\":[],\"default-shipping\":\"\"},"
      "\"notes\":{\"enabled\":false,\"customer-field\":\"\",\"staff-field\":\"\"},"
      "\"payments\":{\"enabled\":false,\"include-uncaptured\":false,\"method-map\":[],"
      "\"default-method\":\"\",\"refunds\":false,\"restock-refunds\":true},"
      "\"inventory\":{\"enabled\":false,\"warehouse-ids\":[],\"buffer\":0,"
      "\"bigcommerce-location-id\":0,\"largest-drop-percent\":10,\"full-check-hours\":24}}";

static char *
to_compact_text (BrightSettings *settings)
{
  g_autofree char *text = bright_settings_dup_text (settings);
  g_autoptr (JsonNode) node = bright_json_parse (text, -1, NULL);

  g_assert_true (g_str_has_suffix (text, "}\n"));
  return bright_json_to_string (node);
}

static void
test_defaults (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  g_autofree char *text = to_compact_text (settings);

  g_assert_cmpstr (text, ==, defaults);
}

static void
test_round_trip (void)
{
  static const char text[]
      = "{\"version\":1,\"schedule\":{\"mode\":\"ask\",\"go-live\":\"2026-11-01T01:00:00+01:00\"},"
        "\"orders\":{\"tax-map\":[{\"brightpearl\":\"T20\",\"rate\":\"20\"}],"
        "\"status-map\":[{\"bigcommerce\":11,\"brightpearl\":1}],\"rounding-threshold\":\"0.5\"},"
        "\"payments\":{\"method-map\":[{\"bigcommerce\":\"Café\",\"brightpearl\":\"\"}]}}";
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSettings) settings = bright_settings_load_text (text, &warnings, &error);
  g_autoptr (BrightSettings) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 0);
  first = bright_settings_dup_text (settings);
  again = bright_settings_load_text (first, NULL, &error);
  g_assert_no_error (error);
  second = bright_settings_dup_text (again);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\"go-live\" : \"2026-11-01T00:00:00Z\""));
  g_assert_nonnull (strstr (first, "\"rounding-threshold\" : \"0.50\""));
}

static void
test_unknown_keys (void)
{
  static const char text[]
      = "{\"colour\":{\"a\":[1,null]},\"orders\":{\"channel-id\":3,\"later\":\"x\","
        "\"tax-map\":[{\"rate\":\"20\",\"brightpearl\":\"T20\",\"comment\":\"home\"}]}}";
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSettings) settings = bright_settings_load_text (text, &warnings, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  g_object_set (bright_settings_get_group (settings, "orders"), "guest-orders", FALSE, NULL);
  written = to_compact_text (settings);
  g_assert_nonnull (strstr (written, "\"colour\":{\"a\":[1,null]}}"));
  g_assert_nonnull (strstr (written, "\"default-bigcommerce-status\":-1,\"later\":\"x\"}"));
  g_assert_nonnull (strstr (written, "{\"rate\":\"20\",\"brightpearl\":\"T20\","
                                     "\"comment\":\"home\"}"));
  g_assert_cmpuint (warnings->len, ==, 3);
  g_assert_true (g_str_has_prefix (warnings->pdata[0], "colour: "));
  g_assert_true (g_str_has_prefix (warnings->pdata[1], "orders.tax-map[0].comment: "));
  g_assert_true (g_str_has_prefix (warnings->pdata[2], "orders.later: "));
}

static const struct
{
  const char *text;
  const char *message;
} wrong[] = {
  { "{\"orders\":{\"warehouse-id\":\"2\"}}", "orders.warehouse-id: expected a number" },
  { "{\"orders\":{\"warehouse-id\":null}}", "orders.warehouse-id: expected a number" },
  { "{\"orders\":{\"warehouse-id\":[]}}", "orders.warehouse-id: expected a number" },
  { "{\"orders\":{\"warehouse-id\":true}}", "orders.warehouse-id: expected a number" },
  { "{\"orders\":{\"warehouse-id\":1.5}}", "orders.warehouse-id: expected a whole number" },
  { "{\"inventory\":{\"largest-drop-percent\":0}}",
    "inventory.largest-drop-percent: expected a number from 1 to 100" },
  { "{\"schedule\":{\"mode\":\"live\"}}", "schedule.mode: expected watch, ask or automatic" },
  { "{\"schedule\":{\"mode\":1}}", "schedule.mode: expected watch, ask or automatic" },
  { "{\"orders\":{\"edited-orders\":\"\"}}", "orders.edited-orders: expected apply or attention" },
  { "{\"orders\":{\"status-map\":[{\"bigcommerce\":1,\"brightpearl\":1},"
    "{\"bigcommerce\":2,\"brightpearl\":2},{\"bigcommerce\":\"x\",\"brightpearl\":3}]}}",
    "orders.status-map[2].bigcommerce: expected a number" },
  { "{\"orders\":{\"status-map\":[{\"bigcommerce\":1}]}}",
    "orders.status-map[0].brightpearl: is missing" },
  { "{\"orders\":{\"status-map\":[7]}}", "orders.status-map[0]: expected an object" },
  { "{\"orders\":{\"status-map\":{}}}", "orders.status-map: expected a list" },
  { "{\"orders\":{\"tax-map\":[{\"rate\":20,\"brightpearl\":\"T20\"}]}}",
    "orders.tax-map[0].rate: expected a text" },
  { "{\"orders\":{\"tax-map\":[{\"rate\":\"lots\",\"brightpearl\":\"T20\"}]}}",
    "orders.tax-map[0].rate: expected a rate in percent, such as \"17.5\"" },
  { "{\"orders\":{\"bigcommerce-statuses\":11}}", "orders.bigcommerce-statuses: expected a list" },
  { "{\"orders\":{\"enabled\":\"yes\"}}", "orders.enabled: expected true or false" },
  { "{\"orders\":{\"taxable-code\":20}}", "orders.taxable-code: expected a text" },
  { "{\"orders\":{\"rounding-threshold\":0.05}}",
    "orders.rounding-threshold: expected an amount in quotes, such as \"0.05\"" },
  { "{\"orders\":{\"rounding-threshold\":\"2000\"}}",
    "orders.rounding-threshold: expected an amount from 0.00 to 1000.00" },
  { "{\"schedule\":{\"go-live\":\"next week\"}}",
    "schedule.go-live: expected a time such as \"2026-11-01T00:00:00Z\"" },
  { "{\"notes\":{\"customer-field\":\"PCF_A\",\"staff-field\":\"PCF_A\"}}",
    "notes.staff-field: must not be the same field as notes.customer-field" },
  { "{\"notes\":{\"staff-field\":\"PCF_A\",\"customer-field\":\"PCF_A\"}}",
    "notes.staff-field: must not be the same field as notes.customer-field" },
  { "{\"connection\":{\"bigcommerce-url\":\"http://example.com\"}}",
    "connection.bigcommerce-url: must be https:// (or http:// to this machine)" },
  { "{\"connection\":{\"brightpearl-url\":\"http://127.0.0.1.example.com\"}}",
    "connection.brightpearl-url: must be https:// (or http:// to this machine)" },
  { "{\"orders\":[]}", "orders: expected an object" },
  { "{\"version\":2}", "version: expected 1" },
  { "{\"version\":\"1\"}", "version: expected 1" },
  { "[]", "the settings must be an object" },
  { "{\"version\":7,\"items\":null,\"orders\":{\"channel-id\":\"a\",\"project-id\":-1}}",
    "version: expected 1\nitems: expected an object\norders.channel-id: expected a number\n"
    "orders.project-id: expected a number from 0 to 9007199254740991" },
};

/* Some versions of the JSON library cannot write every number that they read. */
static void
test_number_that_may_not_be_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSettings) settings
      = bright_settings_load_text ("{\"later\":[1e95]}", NULL, &error);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (settings == NULL)
    {
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
      g_assert_cmpstr (error->message, ==, "later: holds a number that cannot be kept");
      return;
    }
  text = bright_settings_dup_text (settings);
  node = bright_json_parse (text, -1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bright_json_get_array (node, "later"));
}

static void
test_wrong_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (bright_settings_load_text (wrong[i].text, &warnings, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
      g_assert_cmpstr (error->message, ==, wrong[i].message);
      g_assert_null (warnings);
    }
}

static void
test_no_json (void)
{
  static const char *const texts[] = { "", "{", "null", "{\"orders\":{}} x", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bright_settings_load_text (texts[i], NULL, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
    }
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

/* Removes a folder with all files in it. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_save (void)
{
  g_autofree char *top = g_dir_make_tmp ("bright-settings-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (top, "made", "for-it", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.json", NULL);
  g_autoptr (BrightSettings) settings = NULL;
  g_autoptr (BrightSettings) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *go_live = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  settings = bright_settings_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bright_settings_save (settings, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_assert_cmpuint (mode_of (path), ==, 0600);
  go_live = bright_settings_group_dup_text (bright_settings_get_group (settings, "schedule"),
                                            "go-live");
  g_assert_cmpuint (strlen (go_live), ==, strlen ("2026-11-01T00:00:00Z"));

  /* An old file with a wide mode gets the narrow one; go-live stays what it was. */
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  again = bright_settings_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bright_settings_save (again, path, &error));
  g_assert_cmpuint (mode_of (path), ==, 0600);
  first = bright_settings_dup_text (settings);
  second = bright_settings_dup_text (again);
  g_assert_cmpstr (first, ==, second);
  remove_folder (top);
}

/* Files cannot grow beyond ten bytes meanwhile, as if the disk were full. */
static gboolean
save_to_full_disk (BrightSettings *settings, const char *path, GError **error)
{
  struct rlimit before;
  struct rlimit small;
  gboolean saved;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 10;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  saved = bright_settings_save (settings, path, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  return saved;
}

static void
test_save_fails (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bright-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.json", NULL);
  g_autofree char *below = g_build_filename (path, "settings.json", NULL);
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  g_autoptr (GError) no_folder = NULL;
  g_autoptr (GError) no_room = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (bright_settings_save (settings, path, NULL));
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_false (bright_settings_save (settings, below, &no_folder));
  g_assert_error (no_folder, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE);

  g_object_set (bright_settings_get_group (settings, "orders"), "guest-orders", FALSE, NULL);
  g_assert_false (save_to_full_disk (settings, path, &no_room));
  g_assert_error (no_room, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  /* Nothing but the old file is left there. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unwritable_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bright-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.json", NULL);
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bright_settings_save (settings, path, NULL));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (folder, W_OK) == 0)
    g_test_skip ("the superuser may write anywhere");
  else
    {
      g_assert_false (bright_settings_save (settings, path, &error));
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE);
    }
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  remove_folder (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bright-settings-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bright_settings_load (folder, NULL, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/file/defaults", test_defaults);
  g_test_add_func ("/settings/file/round-trip", test_round_trip);
  g_test_add_func ("/settings/file/unknown-keys", test_unknown_keys);
  g_test_add_func ("/settings/file/wrong-values", test_wrong_values);
  g_test_add_func ("/settings/file/number-that-may-not-be-kept",
                   test_number_that_may_not_be_kept);
  g_test_add_func ("/settings/file/no-json", test_no_json);
  g_test_add_func ("/settings/file/save", test_save);
  g_test_add_func ("/settings/file/save-fails", test_save_fails);
  g_test_add_func ("/settings/file/unwritable-folder", test_unwritable_folder);
  g_test_add_func ("/settings/file/unreadable", test_unreadable);
  return g_test_run ();
}
