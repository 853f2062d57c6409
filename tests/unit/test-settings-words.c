/* Tests of what the tabs of the settings say: needs, effects of changes, what a map lacks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-plan.h"
#include "bright-mapping.h"
#include "bright-settings-compare.h"
#include "bright-settings-effect.h"
#include "bright-settings-needs.h"
#include "bright-sync-insight.h"

#include <string.h>

#define GOOD_ORDERS "'channel-id': 4, 'warehouse-id': 2"

static char *
quote (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static BrightSettings *
load (const char *text)
{
  g_autofree char *json = quote (text);
  g_autoptr (GError) error = NULL;
  BrightSettings *settings = bright_settings_load_text (json, NULL, &error);

  g_assert_no_error (error);
  return settings;
}

/* The needs of some settings as `tab key` each. */
static char *
word_needs (const char *text)
{
  g_autoptr (BrightSettings) settings = load (text);
  g_autoptr (BrightSettingsSnapshot) snapshot = bright_settings_snapshot (settings);
  g_autoptr (GArray) needs = bright_settings_find_needs (snapshot);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < needs->len; i++)
    {
      const BrightSettingsNeed *need = &g_array_index (needs, BrightSettingsNeed, i);

      g_assert_cmpuint (strlen (need->sentence), >, 10);
      g_assert_nonnull (bright_settings_specs_find (need->key, NULL));
      g_assert_cmpuint (bright_settings_specs_find_tab (need->key), ==, need->tab);
      g_string_append_printf (words, "%s%u %s", words->len > 0 ? ", " : "", need->tab, need->key);
    }
  return g_string_free (words, FALSE);
}

static void
test_needs (void)
{
  static const struct
  {
    const char *settings;
    const char *needs;
  } cases[] = {
    { "{}", "0 orders.channel-id, 0 orders.warehouse-id" },
    { "{'orders': {'enabled': false}}", "" },
    { "{'orders': {" GOOD_ORDERS "}}", "" },
    { "{'orders': {" GOOD_ORDERS ", 'bigcommerce-statuses': []}}",
      "0 orders.bigcommerce-statuses" },
    { "{'orders': {'channel-id': 4}}", "0 orders.warehouse-id" },
    { "{'orders': {" GOOD_ORDERS "}, 'fulfillment': {'enabled': true}}", "" },
    { "{'orders': {" GOOD_ORDERS "}, 'fulfillment': {'enabled': true, 'trigger': 'order-status'}}",
      "2 fulfillment.trigger-status-id" },
    { "{'orders': {" GOOD_ORDERS "}, 'fulfillment': {'trigger': 'order-status'}}", "" },
    { "{'orders': {" GOOD_ORDERS "}, 'fulfillment': {'enabled': true, 'trigger': 'order-status', "
      "'trigger-status-id': 7}}",
      "" },
    { "{'orders': {" GOOD_ORDERS "}, 'notes': {'enabled': true}}", "3 notes.customer-field" },
    { "{'orders': {" GOOD_ORDERS "}, 'notes': {'enabled': true, 'staff-field': 'PCF_A'}}", "" },
    { "{'orders': {" GOOD_ORDERS "}, 'payments': {'enabled': true}}", "4 payments.method-map" },
    { "{'orders': {" GOOD_ORDERS "}, 'payments': {'enabled': true, 'default-method': 'CASH'}}",
      "" },
    { "{'orders': {" GOOD_ORDERS "}, 'payments': {'enabled': true, 'method-map': "
      "[{'bigcommerce': 'Cash', 'brightpearl': 'CASH'}]}}",
      "" },
    { "{'orders': {" GOOD_ORDERS "}, 'inventory': {'enabled': true}}",
      "5 inventory.warehouse-ids" },
    { "{'orders': {" GOOD_ORDERS "}, 'inventory': {'enabled': true, 'warehouse-ids': [2]}}", "" },
    { "{'orders': {'enabled': false}, 'notes': {'enabled': true}, 'inventory': {'enabled': true}}",
      "3 notes.customer-field, 5 inventory.warehouse-ids" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *needs = word_needs (cases[i].settings);

      g_test_message ("%s", cases[i].settings);
      g_assert_cmpstr (needs, ==, cases[i].needs);
    }
}

static void
add_seen (GPtrArray *seen, const char *kind, const char *value, guint orders)
{
  BrightSeen *entry = bright_record_new (&bright_seen_type);

  g_free (entry->kind);
  g_free (entry->value);
  entry->kind = g_strdup (kind);
  entry->value = g_strdup (value);
  entry->orders = orders;
  g_ptr_array_add (seen, entry);
}

static GPtrArray *
make_seen (void)
{
  GPtrArray *seen = bright_record_list_new (&bright_seen_type);

  add_seen (seen, "bigcommerce-status", "11", 37);
  add_seen (seen, "bigcommerce-status", "2", 19);
  add_seen (seen, "bigcommerce-status", "9", 1);
  add_seen (seen, "guest", "", 12);
  add_seen (seen, "payment-method", "PayPal", 9);
  add_seen (seen, "payment-method", "Afterpay", 4);
  add_seen (seen, "payment-method", "paypal ", 2);
  add_seen (seen, "tax-rate", "20", 30);
  add_seen (seen, "tax-rate", "5", 3);
  add_seen (seen, "shipping-method", "Royal Mail 48", 8);
  return seen;
}

static void
test_effect (void)
{
  static const struct
  {
    const char *key;
    const char *before;
    const char *after;
    const char *effect;
  } cases[] = {
    { "orders.bigcommerce-statuses", "[11]", "[11, 2]", "19 more orders will sync." },
    { "orders.bigcommerce-statuses", "[11, 2]", "[11]", "19 orders fewer will sync." },
    { "orders.bigcommerce-statuses", "[11]", "[11, 9]", "1 more order will sync." },
    { "orders.bigcommerce-statuses", "[11]", "[2]", "18 orders fewer will sync." },
    { "orders.bigcommerce-statuses", "[11]", "[11, 5]", "Statuses to sync changed." },
    { "orders.guest-orders", "true", "false", "12 orders fewer will sync." },
    { "orders.guest-orders", "false", "true", "12 more orders will sync." },
    { "notes.enabled", "false", "true", "On: Sync notes." },
    { "notes.enabled", "true", "false", "Off: Sync notes." },
    { "schedule.mode", "'watch'", "'ask'", "Mode: Ask." },
    { "orders.channel-id", "0", "4", "Channel changed." },
    { "items.brightpearl-field", "'sku'", "'ean'", "Products in Brightpearl changed." },
  };
  g_autoptr (GPtrArray) seen = make_seen ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before_text = quote (cases[i].before);
      g_autofree char *after_text = quote (cases[i].after);
      g_autoptr (JsonNode) before = json_from_string (before_text, NULL);
      g_autoptr (JsonNode) after = json_from_string (after_text, NULL);
      const BrightSettingSpec *spec = bright_settings_specs_find (cases[i].key, NULL);
      g_autofree char *effect = bright_settings_describe_change (spec, before, after, seen);

      g_assert_cmpstr (effect, ==, cases[i].effect);
    }
}

static void
add_choice (GListStore *list, gint64 id, const char *code, const char *name, const char *detail)
{
  g_autoptr (BrightChoice) choice = bright_choice_new (id, code, name, detail, FALSE);

  g_list_store_append (list, choice);
}

/* What a plan has, as `left orders suggestion` each. */
static char *
word_plan (const char *key, GPtrArray *rows, GListStore *left, GListStore *right)
{
  g_autoptr (GPtrArray) seen = make_seen ();
  const BrightMapSpec *spec = bright_settings_specs_find (key, NULL)->map;
  g_autoptr (GPtrArray) plan
      = bright_map_plan_unmapped (spec, rows, G_LIST_MODEL (left), G_LIST_MODEL (right), seen);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < plan->len; i++)
    {
      const BrightUnmapped *unmapped = plan->pdata[i];

      g_string_append_printf (words, "%s%s %u %s", i > 0 ? ", " : "", unmapped->left,
                              unmapped->orders,
                              unmapped->suggestion != NULL ? unmapped->suggestion : "-");
    }
  return g_string_free (words, FALSE);
}

/* Seen first, then what else there is; the same in another spelling once. */
static void
test_plan_payments (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) left = g_list_store_new (BRIGHT_TYPE_CHOICE);
  g_autoptr (GListStore) right = g_list_store_new (BRIGHT_TYPE_CHOICE);
  g_autofree char *all = NULL;
  g_autofree char *rest = NULL;

  add_choice (left, 0, "bank", "Bank deposit", "");
  add_choice (right, 1, "PAYPAL", "Paypal", "GBP");
  add_choice (right, 2, "AFTER", "AFTERPAY", "GBP");
  add_choice (right, 3, "AFTER2", "Afterpay", "GBP");
  all = word_plan ("payments.method-map", rows, left, right);
  g_assert_cmpstr (all, ==, "PayPal 9 PAYPAL, Afterpay 4 -, Bank deposit 0 -");
  g_ptr_array_add (rows, bright_mapping_new ("PAYPAL", "PAYPAL"));
  g_ptr_array_add (rows, bright_mapping_new ("bank deposit", ""));
  rest = word_plan ("payments.method-map", rows, left, right);
  g_assert_cmpstr (rest, ==, "Afterpay 4 -");
}

/* Rates are compared as numbers, and suggest the code that has them. */
static void
test_plan_tax (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) right = g_list_store_new (BRIGHT_TYPE_CHOICE);
  g_autofree char *plan = NULL;

  add_choice (right, 1, "T20", "Standard rate", "20.00");
  add_choice (right, 2, "T5", "Reduced rate", "5.0");
  add_choice (right, 3, "T0", "Zero rated", "");
  g_ptr_array_add (rows, bright_mapping_new ("20.0", "T20"));
  plan = word_plan ("orders.tax-map", rows, NULL, right);
  g_assert_cmpstr (plan, ==, "5 3 T5");
}

/* The store's words are suggested for a method of the same name. */
static void
test_plan_shipping (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) left = g_list_store_new (BRIGHT_TYPE_CHOICE);
  g_autoptr (GListStore) right = g_list_store_new (BRIGHT_TYPE_CHOICE);
  g_autofree char *plan = NULL;

  add_choice (left, 6, "COU", "Courier", "");
  add_choice (left, 7, "RM48", "royal mail 48", "");
  add_choice (right, 1, "", "Flat rate", "");
  plan = word_plan ("fulfillment.shipping-map", rows, left, right);
  g_assert_cmpstr (plan, ==, "6 0 -, 7 0 Royal Mail 48");
}

/* What differs is said in words, by the names that the platforms have. */
static void
test_compare (void)
{
  g_autoptr (BrightSettings) settings = load ("{'orders': {'channel-id': 4}}");
  g_autoptr (BrightSettings) other
      = load ("{'orders': {'channel-id': 5, 'guest-orders': false, 'bigcommerce-statuses': [],"
              " 'status-map': [{'bigcommerce': 11, 'brightpearl': 0}]},"
              " 'schedule': {'interval-seconds': 90}}");
  g_autoptr (BrightChoices) choices = bright_choices_new ();
  g_autoptr (GPtrArray) channels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) seen = make_seen ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  g_ptr_array_add (channels, bright_choice_new (4, "", "Web store", "", FALSE));
  bright_choices_set_list (choices, BRIGHT_PLATFORM_BRIGHTPEARL, "channel", channels);
  changes = bright_settings_compare (settings, other, choices, seen);
  for (guint i = 0; i < changes->len; i++)
    {
      const BrightSettingChange *change = changes->pdata[i];

      g_string_append_printf (words, "%s: %s > %s; %s\n", change->spec->key, change->before,
                              change->after, change->effect != NULL ? change->effect : "");
    }
  g_assert_cmpstr (words->str, ==,
                   "schedule.interval-seconds: 5 > 1.5; \n"
                   "orders.bigcommerce-statuses: 11 > none; 37 orders fewer will sync.\n"
                   "orders.guest-orders: on > off; 12 orders fewer will sync.\n"
                   "orders.channel-id: Web store > 5; \n"
                   "orders.status-map: none > 11 ↔ Leave as it is; \n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/needs", test_needs);
  g_test_add_func ("/settings/effect", test_effect);
  g_test_add_func ("/settings/plan/payments", test_plan_payments);
  g_test_add_func ("/settings/plan/tax", test_plan_tax);
  g_test_add_func ("/settings/plan/shipping", test_plan_shipping);
  g_test_add_func ("/settings/compare", test_compare);
  return g_test_run ();
}
