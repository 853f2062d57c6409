/* Tests of the settings as objects: every property of every class.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-json.h"
#include "bright-settings.h"

#include <string.h>

/* Other values for every property, as they stand in the settings file: what
 * it is set to, and what it must refuse. */
typedef struct
{
  const char *key;
  const char *good;
  const char *bad[4];
} Row;

static const Row rows[] = {
  { "connection.bigcommerce-url",
    "\"http://127.0.0.1:8080/x\"",
    { "\"http://example.com\"", "\"\"", "\"https://a:b@example.com\"", "\"ftp://127.0.0.1\"" } },
  { "connection.bigcommerce-store-hash", "\"k3x9demo1\"", { "\"a/b\"", "\"a b\"" } },
  { "connection.brightpearl-url", "\"https://localhost\"", { "\"http://10.0.0.1\"", "\"x\"" } },
  { "connection.brightpearl-account", "\"harbour-lane_1\"", { "\"..\"", "\"a?b\"" } },
  { "connection.brightpearl-app-ref",
    "\"harbour_app\"",
    { "\"a b\"", "\"a\\r\\nb\"", "\"\xc3\xa9\"" } },
  { "connection.brightpearl-token-kind", "\"staff\"", { "\"\"", "\"Staff\"" } },
  { "connection.brightpearl-instance-id", "1234", { "-1" } },
  { "connection.brightpearl-requests-per-minute", "150", { "-1", "100001" } },
  { "connection.patience-seconds", "2", { "0", "3601" } },
  { "connection.search-lag-seconds", "0", { "-1", "3601" } },
  { "schedule.mode", "\"automatic\"", { "\"auto\"", "\"\"" } },
  { "schedule.interval-seconds", "30", { "29", "86401" } },
  { "schedule.go-live", "\"2026-11-01T00:00:00Z\"", { "\"soon\"", "\"1969-12-31T00:00:00Z\"" } },
  { "schedule.settle-minutes", "15", { "-1", "1441" } },
  { "orders.enabled", "false", { NULL } },
  { "orders.bigcommerce-statuses", "[11,9,0]", { "[15]", "[-1]", "[11,99]" } },
  { "orders.brightpearl-statuses", "[1,4]", { "[-1]" } },
  { "orders.guest-orders", "false", { NULL } },
  { "orders.create-in-bigcommerce", "true", { NULL } },
  { "orders.channel-id", "3", { "-3" } },
  { "orders.warehouse-id", "2", { "-1" } },
  { "orders.lead-source-id", "9007199254740991", { "9007199254740992" } },
  { "orders.project-id", "5", { "-1" } },
  { "orders.price-list-id", "6", { "-1" } },
  { "orders.reserve-stock", "false", { NULL } },
  { "orders.taxable-code", "\"T20\"", { "\"T\\n20\"", "\"\\u0007\"" } },
  { "orders.tax-free-code", "\"T0\"", { "\"\\t\"" } },
  { "orders.tax-map",
    "[{\"rate\":\"17.5\",\"brightpearl\":\"T17\"}]",
    { "[{\"rate\":\"x\",\"brightpearl\":\"T17\"}]", "[{\"rate\":\"101\",\"brightpearl\":\"T\"}]",
      "[{\"rate\":\"20\",\"brightpearl\":\"\"}]", "[{\"rate\":\"-1\",\"brightpearl\":\"T\"}]" } },
  { "orders.sales-nominal-code", "\"4000\"", { "\"\\n\"" } },
  { "orders.shipping-nominal-code", "\"4040\"", { "\"\\n\"" } },
  { "orders.discount-nominal-code", "\"4009\"", { "\"\\n\"" } },
  { "orders.gift-certificate-nominal-code", "\"2105\"", { "\"\\n\"" } },
  { "orders.edited-orders", "\"attention\"", { "\"\"" } },
  { "orders.missing-product", "\"free-text\"", { "\"free_text\"" } },
  { "orders.several-addresses", "\"split\"", { "\"merge\"" } },
  { "orders.rounding-threshold", "\"0.10\"", { "\"-0.01\"", "\"1000.01\"", "\"\"", "\"5p\"" } },
  { "orders.rounding-nominal-code", "\"4900\"", { "\"\\n\"" } },
  { "orders.status-map",
    "[{\"bigcommerce\":11,\"brightpearl\":1},{\"bigcommerce\":2,\"brightpearl\":0}]",
    { "[{\"bigcommerce\":15,\"brightpearl\":1}]", "[{\"bigcommerce\":1,\"brightpearl\":-1}]" } },
  { "orders.default-brightpearl-status", "4", { "-1" } },
  { "orders.default-bigcommerce-status", "0", { "-2", "15" } },
  { "items.bigcommerce-field", "\"gtin\"", { "\"ean\"" } },
  { "items.brightpearl-field", "\"PCF_CODE\"", { "\"\"", "\"gtin\"", "\"PCF_\"", "\"SKU\"" } },
  { "items.create-customers", "false", { NULL } },
  { "items.update-customers", "\"never\"", { "\"always\"" } },
  { "items.placeholder-contact-id", "207", { "-1" } },
  { "fulfillment.enabled", "true", { NULL } },
  { "fulfillment.trigger", "\"order-status\"", { "\"shipped\"" } },
  { "fulfillment.trigger-status-id", "4", { "-1" } },
  { "fulfillment.shipping-map",
    "[{\"brightpearl\":1,\"bigcommerce\":\"Royal Mail 48\"}]",
    { "[{\"brightpearl\":0,\"bigcommerce\":\"x\"}]" } },
  { "fulfillment.default-shipping", "\"Post é\"", { "\"\\n\"" } },
  { "notes.enabled", "true", { NULL } },
  { "notes.customer-field", "\"PCF_ONE\"", { "\"ONE\"", "\"PCF_A B\"" } },
  { "notes.staff-field", "\"PCF_TWO\"", { "\"PCF_ONE\"", "\"TWO\"" } },
  { "payments.enabled", "true", { NULL } },
  { "payments.include-uncaptured", "true", { NULL } },
  { "payments.method-map",
    "[{\"bigcommerce\":\"PayPal\",\"brightpearl\":\"PAYPAL\"}]",
    { "[{\"bigcommerce\":\"\",\"brightpearl\":\"PAYPAL\"}]" } },
  { "payments.default-method", "\"CASH\"", { "\"\\n\"" } },
  { "payments.refunds", "true", { NULL } },
  { "payments.restock-refunds", "false", { NULL } },
  { "inventory.enabled", "true", { NULL } },
  { "inventory.warehouse-ids", "[2,3]", { "[-2]" } },
  { "inventory.buffer", "5", { "-1", "1000001" } },
  { "inventory.bigcommerce-location-id", "1", { "-1" } },
  { "inventory.largest-drop-percent", "100", { "0", "101" } },
  { "inventory.full-check-hours", "1", { "0", "721" } },
};

static const char *const groups[] = { "connection",  "schedule", "orders",   "items",
                                      "fulfillment", "notes",    "payments", "inventory" };

static const Row *
find_row (const char *group, const char *key)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", group, key);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].key, name) == 0)
      return &rows[i];
  g_error ("no row for %s", name);
}

static void
count (gpointer object, GParamSpec *pspec, guint *n_notifies)
{
  (*n_notifies)++;
}

/* Puts what stands in the settings file into a value of the property's type. */
static void
fill_value (GValue *value, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (G_VALUE_HOLDS (value, G_TYPE_VARIANT))
    {
      GVariantBuilder builder;

      g_variant_builder_init (&builder, G_VARIANT_TYPE ("ax"));
      for (guint i = 0; i < json_array_get_length (array); i++)
        g_variant_builder_add (&builder, "x", json_array_get_int_element (array, i));
      g_value_set_variant (value, g_variant_builder_end (&builder));
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_PTR_ARRAY))
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonObject *object = json_array_get_object_element (array, i);
          g_autoptr (GList) members = json_object_get_values (object);
          g_autofree char *left = bright_json_read_text (members->data);
          g_autofree char *right = bright_json_read_text (members->next->data);

          g_ptr_array_add (list, bright_mapping_new (left, right));
        }
      g_value_set_boxed (value, list);
    }
  else
    {
      g_auto (GValue) plain = G_VALUE_INIT;

      json_node_get_value (node, &plain);
      g_assert_true (g_value_transform (&plain, value));
    }
}

static void
set_property (BrightSettingsGroup *group, GParamSpec *pspec, const char *json)
{
  g_autoptr (JsonNode) node = bright_json_parse (json, -1, NULL);
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (node);
  g_value_init (&value, pspec->value_type);
  fill_value (&value, node);
  g_object_set_property (G_OBJECT (group), pspec->name, &value);
}

static void
assert_value (BrightSettingsGroup *group, const char *key, const char *json)
{
  g_autoptr (JsonNode) node = bright_settings_group_dup_json (group, key);
  g_autofree char *text = bright_json_to_string (node);

  g_assert_cmpstr (text, ==, json);
}

static void
walk_property (BrightSettingsGroup *group, GParamSpec *pspec)
{
  const Row *row = find_row (bright_settings_group_get_name (group), pspec->name);
  g_autofree char *signal = g_strdup_printf ("notify::%s", pspec->name);
  g_auto (GValue) value = G_VALUE_INIT;
  guint n_notifies = 0;
  guint n_others = 0;

  g_assert_true (pspec->flags & G_PARAM_EXPLICIT_NOTIFY);
  g_assert_cmpint (pspec->flags & G_PARAM_READWRITE, ==, G_PARAM_READWRITE);
  g_signal_connect (group, signal, G_CALLBACK (count), &n_notifies);
  g_signal_connect (group, "notify", G_CALLBACK (count), &n_others);
  set_property (group, pspec, row->good);
  g_assert_cmpuint (n_notifies, ==, 1);
  assert_value (group, pspec->name, row->good);

  /* What was got can be set again, and is no change. */
  g_object_get_property (G_OBJECT (group), pspec->name, &value);
  g_object_set_property (G_OBJECT (group), pspec->name, &value);
  set_property (group, pspec, row->good);
  for (guint i = 0; i < G_N_ELEMENTS (row->bad) && row->bad[i] != NULL; i++)
    set_property (group, pspec, row->bad[i]);
  assert_value (group, pspec->name, row->good);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_cmpuint (n_others, ==, 1);
  g_signal_handlers_disconnect_by_func (group, count, &n_notifies);
  g_signal_handlers_disconnect_by_func (group, count, &n_others);
}

static void
test_walk (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  guint n_walked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      BrightSettingsGroup *group = bright_settings_get_group (settings, groups[i]);
      g_autoptr (BrightSettingsGroup) same = NULL;
      g_autofree GParamSpec **specs = NULL;
      guint n_specs;

      g_assert_nonnull (group);
      g_object_get (settings, groups[i], &same, NULL);
      g_assert_true (same == group);
      specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (group), &n_specs);
      for (guint j = 0; j < n_specs; j++)
        walk_property (group, specs[j]);
      n_walked += n_specs;
    }
  g_assert_cmpuint (n_walked, ==, G_N_ELEMENTS (rows));
}

static void
test_types (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  const GType types[] = {
    BRIGHT_TYPE_CONNECTION_SETTINGS, BRIGHT_TYPE_SCHEDULE_SETTINGS,    BRIGHT_TYPE_ORDERS_SETTINGS,
    BRIGHT_TYPE_ITEMS_SETTINGS,      BRIGHT_TYPE_FULFILLMENT_SETTINGS, BRIGHT_TYPE_NOTES_SETTINGS,
    BRIGHT_TYPE_PAYMENTS_SETTINGS,   BRIGHT_TYPE_INVENTORY_SETTINGS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      BrightSettingsGroup *group = bright_settings_get_group (settings, groups[i]);

      g_assert_true (G_OBJECT_TYPE (group) == types[i]);
      g_assert_cmpstr (bright_settings_group_get_name (group), ==, groups[i]);
    }
  g_assert_cmpstr (g_type_name (BRIGHT_TYPE_ORDERS_SETTINGS), ==, "BrightOrdersSettings");
  g_assert_null (bright_settings_get_group (settings, "refunds"));
}

static void
note_key (BrightSettings *settings, const char *key, GString *seen)
{
  g_string_append_printf (seen, "%s ", key);
}

static void
test_changed (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) one = g_string_new (NULL);
  BrightSettingsGroup *orders = bright_settings_get_group (settings, "orders");

  g_signal_connect (settings, "changed", G_CALLBACK (note_key), all);
  g_signal_connect (settings, "changed::orders.channel-id", G_CALLBACK (note_key), one);
  g_object_set (orders, "warehouse-id", G_GINT64_CONSTANT (2), "channel-id", G_GINT64_CONSTANT (-1),
                NULL);
  g_object_set (orders, "channel-id", G_GINT64_CONSTANT (3), NULL);
  g_assert_cmpstr (all->str, ==, "orders.warehouse-id orders.channel-id ");
  g_assert_cmpstr (one->str, ==, "orders.channel-id ");
}

static void
test_accessors (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  BrightSettingsGroup *orders = bright_settings_get_group (settings, "orders");
  g_autofree char *threshold = bright_settings_group_dup_text (orders, "rounding-threshold");
  GArray *statuses = bright_settings_group_get_integers (orders, "bigcommerce-statuses");
  gint64 minimum;
  gint64 maximum;

  g_assert_true (bright_settings_group_get_boolean (orders, "guest-orders"));
  g_assert_cmpint (bright_settings_group_get_integer (orders, "default-bigcommerce-status"), ==,
                   -1);
  g_assert_cmpstr (threshold, ==, "0.05");
  g_assert_cmpuint (statuses->len, ==, 1);
  g_assert_cmpint (g_array_index (statuses, gint64, 0), ==, 11);
  g_assert_cmpuint (bright_settings_group_get_mappings (orders, "tax-map")->len, ==, 0);
  g_assert_cmpstr (bright_settings_group_get_choices (orders, "missing-product")[1], ==,
                   "free-text");
  bright_settings_group_get_range (orders, "default-bigcommerce-status", &minimum, &maximum);
  g_assert_cmpint (minimum, ==, -1);
  g_assert_cmpint (maximum, ==, 14);
}

static void
test_undo (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();
  BrightSettingsGroup *orders = bright_settings_get_group (settings, "orders");
  g_autoptr (JsonNode) before = bright_settings_group_dup_json (orders, "bigcommerce-statuses");
  g_autoptr (JsonNode) wrong = bright_json_parse ("[11, \"x\"]", -1, NULL);
  g_autoptr (JsonNode) after = bright_json_parse ("[11, 9]", -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bright_settings_group_set_json (orders, "bigcommerce-statuses", after, NULL));
  assert_value (orders, "bigcommerce-statuses", "[11,9]");
  g_assert_true (bright_settings_group_set_json (orders, "bigcommerce-statuses", before, NULL));
  assert_value (orders, "bigcommerce-statuses", "[11]");
  g_assert_false (bright_settings_group_set_json (orders, "bigcommerce-statuses", wrong, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS);
  g_assert_cmpstr (error->message, ==, "orders.bigcommerce-statuses[1]: expected a number");
}

static void
test_released (void)
{
  BrightSettings *settings = bright_settings_new ();
  g_autoptr (BrightSettingsGroup) notes
      = g_object_ref (bright_settings_get_group (settings, "notes"));

  g_assert_finalize_object (settings);
  g_object_set (notes, "enabled", TRUE, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/properties/walk", test_walk);
  g_test_add_func ("/settings/properties/types", test_types);
  g_test_add_func ("/settings/properties/changed", test_changed);
  g_test_add_func ("/settings/properties/accessors", test_accessors);
  g_test_add_func ("/settings/properties/undo", test_undo);
  g_test_add_func ("/settings/properties/released", test_released);
  return g_test_run ();
}
