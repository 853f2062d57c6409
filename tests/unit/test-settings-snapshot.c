/* Tests of snapshots: what decide-functions see of the settings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings.h"

static const char text[]
    = "{\"connection\":{\"brightpearl-token-kind\":\"staff\",\"brightpearl-account\":\"harbour\"},"
      "\"schedule\":{\"mode\":\"automatic\",\"go-live\":\"2026-11-01T00:00:00Z\"},"
      "\"orders\":{\"bigcommerce-statuses\":[11,9],\"channel-id\":3,\"reserve-stock\":false,"
      "\"tax-map\":[{\"rate\":\"20\",\"brightpearl\":\"T20\"}],\"rounding-threshold\":\"0.10\","
      "\"status-map\":[{\"bigcommerce\":11,\"brightpearl\":1}],\"several-addresses\":\"split\"},"
      "\"items\":{\"bigcommerce-field\":\"mpn\",\"update-customers\":\"never\"},"
      "\"fulfillment\":{\"trigger\":\"order-status\","
      "\"shipping-map\":[{\"brightpearl\":4,\"bigcommerce\":\"Post\"}]},"
      "\"notes\":{\"staff-field\":\"PCF_STAFF\"},\"payments\":{\"refunds\":true},"
      "\"inventory\":{\"warehouse-ids\":[2],\"buffer\":5}}";

static BrightSettings *
load (void)
{
  g_autoptr (GError) error = NULL;
  BrightSettings *settings = bright_settings_load_text (text, NULL, &error);

  g_assert_no_error (error);
  return settings;
}

static void
test_values (void)
{
  g_autoptr (BrightSettings) settings = load ();
  g_autoptr (BrightSettingsSnapshot) snapshot = bright_settings_snapshot (settings);
  BrightMapping *status = g_ptr_array_index (snapshot->orders.status_map, 0);
  BrightMapping *tax = g_ptr_array_index (snapshot->orders.tax_map, 0);
  BrightMapping *method = g_ptr_array_index (snapshot->fulfillment.shipping_map, 0);

  g_assert_cmpint (snapshot->connection.brightpearl_token_kind, ==, BRIGHT_TOKEN_KIND_STAFF);
  g_assert_cmpstr (snapshot->connection.brightpearl_account, ==, "harbour");
  g_assert_cmpint (snapshot->schedule.mode, ==, BRIGHT_MODE_AUTOMATIC);
  g_assert_cmpint (snapshot->schedule.go_live, ==, 1793491200);
  g_assert_cmpint (snapshot->schedule.interval_seconds, ==, 300);
  g_assert_cmpuint (snapshot->orders.bigcommerce_statuses->len, ==, 2);
  g_assert_cmpint (g_array_index (snapshot->orders.bigcommerce_statuses, gint64, 1), ==, 9);
  g_assert_cmpint (snapshot->orders.channel_id, ==, 3);
  g_assert_false (snapshot->orders.reserve_stock);
  g_assert_cmpint (snapshot->orders.rounding_threshold, ==, BRIGHT_MONEY_UNIT / 10);
  g_assert_cmpint (snapshot->orders.several_addresses, ==, BRIGHT_SEVERAL_ADDRESSES_SPLIT);
  g_assert_cmpint (snapshot->orders.default_bigcommerce_status, ==, -1);
  g_assert_cmpstr (bright_mapping_get_left (tax), ==, "20");
  g_assert_cmpstr (bright_mapping_get_right (tax), ==, "T20");
  g_assert_cmpint (bright_mapping_get_left_number (status), ==, 11);
  g_assert_cmpint (bright_mapping_get_right_number (status), ==, 1);
  g_assert_cmpint (bright_mapping_get_left_number (method), ==, 4);
  g_assert_cmpint (bright_mapping_get_right_number (method), ==, 0);
  g_assert_cmpint (snapshot->items.bigcommerce_field, ==, BRIGHT_BIGCOMMERCE_FIELD_MPN);
  g_assert_cmpint (snapshot->items.update_customers, ==, BRIGHT_UPDATE_CUSTOMERS_NEVER);
  g_assert_cmpint (snapshot->fulfillment.trigger, ==, BRIGHT_SHIPMENT_TRIGGER_ORDER_STATUS);
  g_assert_cmpstr (snapshot->notes.customer_field, ==, "");
  g_assert_cmpstr (snapshot->notes.staff_field, ==, "PCF_STAFF");
  g_assert_true (snapshot->payments.refunds);
  g_assert_cmpint (snapshot->inventory.buffer, ==, 5);
}

static void
test_stands_still (void)
{
  g_autoptr (BrightSettings) settings = load ();
  g_autoptr (BrightSettingsSnapshot) before = bright_settings_snapshot (settings);
  g_autoptr (BrightSettingsSnapshot) same = bright_settings_snapshot (settings);
  g_autoptr (BrightSettingsSnapshot) after = NULL;
  GVariant *statuses = g_variant_new_parsed ("[int64 2]");

  g_assert_true (before == same);
  g_object_set (bright_settings_get_group (settings, "orders"), "bigcommerce-statuses", statuses,
                "taxable-code", "T20", "tax-map", NULL, NULL);
  after = bright_settings_snapshot (settings);
  g_assert_cmpuint (before->orders.bigcommerce_statuses->len, ==, 2);
  g_assert_cmpstr (before->orders.taxable_code, ==, "");
  g_assert_cmpuint (before->orders.tax_map->len, ==, 1);
  g_assert_cmpuint (after->orders.bigcommerce_statuses->len, ==, 1);
  g_assert_cmpstr (after->orders.taxable_code, ==, "T20");
  g_assert_cmpuint (after->orders.tax_map->len, ==, 0);
  g_clear_object (&settings);
  g_assert_cmpstr (after->orders.taxable_code, ==, "T20");
}

static void
test_equal (void)
{
  g_autoptr (BrightSettings) one = load ();
  g_autoptr (BrightSettings) other = load ();
  g_autoptr (BrightSettingsSnapshot) one_snapshot = bright_settings_snapshot (one);
  g_autoptr (BrightSettingsSnapshot) other_snapshot = bright_settings_snapshot (other);
  g_autoptr (BrightSettingsSnapshot) changed = NULL;

  g_assert_true (bright_settings_snapshot_equal (one_snapshot, other_snapshot));
  g_object_set (bright_settings_get_group (other, "inventory"), "buffer", G_GINT64_CONSTANT (6),
                NULL);
  changed = bright_settings_snapshot (other);
  g_assert_false (bright_settings_snapshot_equal (one_snapshot, changed));
}

/* "Everything since ever" must not turn into "not chosen". */
static void
test_first_second (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_load_text (
      "{\"schedule\":{\"go-live\":\"1970-01-01T00:00:00Z\"}}", NULL, NULL);
  g_autoptr (BrightSettingsSnapshot) snapshot = bright_settings_snapshot (settings);

  g_assert_cmpint (snapshot->schedule.go_live, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/snapshot/values", test_values);
  g_test_add_func ("/settings/snapshot/stands-still", test_stands_still);
  g_test_add_func ("/settings/snapshot/equal", test_equal);
  g_test_add_func ("/settings/snapshot/first-second", test_first_second);
  return g_test_run ();
}
