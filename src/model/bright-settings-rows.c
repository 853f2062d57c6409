/* The tables of all groups: every key of the settings file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order is that of the file.
 */
#include "bright-settings-check.h"
#include "bright-settings-table.h"

/* Ids have no upper limit of their own; this one is exact in any JSON reader. */
#define MAXIMUM_ID (G_GINT64_CONSTANT (9007199254740991))
#define LAST_BIGCOMMERCE_STATUS 14

#define SLOT(name, member) .key = name, .offset = G_STRUCT_OFFSET (Values, member)
#define BOOLEAN(name, member, default_json)                                                        \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_BOOLEAN, .fallback = default_json                  \
  }
#define INTEGER(name, member, default_json, least, most)                                           \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_INTEGER, .fallback = default_json,                 \
                         .minimum = least, .maximum = most                                         \
  }
#define ID(name, member) INTEGER (name, member, NULL, 0, MAXIMUM_ID)
#define TEXT(name, member)                                                                         \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_TEXT                                               \
  }
#define CHECKED_TEXT(name, member, default_json, check, words)                                     \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_TEXT, .fallback = default_json, .accepts = check,  \
                         .expected = words                                                         \
  }
#define CHOICE(name, member, ...)                                                                  \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_CHOICE,                                            \
                         .choices = (const char *const[]) { __VA_ARGS__, NULL }                    \
  }
#define INTEGERS(name, member, default_json, most)                                                 \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_INTEGERS, .fallback = default_json, .minimum = 0,  \
                         .maximum = most                                                           \
  }
#define MAPPINGS(name, member, ...)                                                                \
  {                                                                                                \
    SLOT (name, member), .kind = BRIGHT_SETTING_MAPPINGS,                                          \
                         .sides = (const BrightMapSide[]) { __VA_ARGS__ }                          \
  }

#define SAFE_URL "must be https:// (or http:// to this machine)"
#define ACCOUNT "expected letters and digits"
#define REFERENCE "expected a text without spaces"
#define CUSTOM_FIELD "expected the code of a custom field, such as PCF_NOTE"
#define PRODUCT_FIELD "expected sku, barcode, ean, upc, isbn, mpn, or the code of a custom field"

#define Values BrightConnectionValues
static const BrightSettingRow connection[] = {
  CHECKED_TEXT ("bigcommerce-url", bigcommerce_url, "\"https://api.bigcommerce.com\"",
                bright_settings_check_url, SAFE_URL),
  CHECKED_TEXT ("bigcommerce-store-hash", bigcommerce_store_hash, NULL,
                bright_settings_check_account, ACCOUNT),
  CHECKED_TEXT ("brightpearl-url", brightpearl_url, "\"https://euw1.brightpearlconnect.com\"",
                bright_settings_check_url, SAFE_URL),
  CHECKED_TEXT ("brightpearl-account", brightpearl_account, NULL, bright_settings_check_account,
                ACCOUNT),
  CHECKED_TEXT ("brightpearl-app-ref", brightpearl_app_ref, NULL, bright_settings_check_reference,
                REFERENCE),
  CHOICE ("brightpearl-token-kind", brightpearl_token_kind, "account", "staff"),
  ID ("brightpearl-instance-id", brightpearl_instance_id),
  INTEGER ("brightpearl-requests-per-minute", brightpearl_requests_per_minute, NULL, 0, 100000),
  INTEGER ("patience-seconds", patience_seconds, "60", 1, 3600),
  INTEGER ("search-lag-seconds", search_lag_seconds, "60", 0, 3600),
};
#undef Values

#define Values BrightScheduleValues
static const BrightSettingRow schedule[] = {
  CHOICE ("mode", mode, "watch", "ask", "automatic"),
  INTEGER ("interval-seconds", interval_seconds, "300", 30, 86400),
  { SLOT ("go-live", go_live), .kind = BRIGHT_SETTING_TIME },
  INTEGER ("settle-minutes", settle_minutes, NULL, 0, 1440),
};
#undef Values

#define Values BrightOrdersValues
static const BrightSettingRow orders[] = {
  BOOLEAN ("enabled", enabled, "true"),
  INTEGERS ("bigcommerce-statuses", bigcommerce_statuses, "[11]", LAST_BIGCOMMERCE_STATUS),
  INTEGERS ("brightpearl-statuses", brightpearl_statuses, NULL, MAXIMUM_ID),
  BOOLEAN ("guest-orders", guest_orders, "true"),
  BOOLEAN ("create-in-bigcommerce", create_in_bigcommerce, NULL),
  ID ("channel-id", channel_id),
  ID ("warehouse-id", warehouse_id),
  ID ("lead-source-id", lead_source_id),
  ID ("project-id", project_id),
  ID ("price-list-id", price_list_id),
  BOOLEAN ("reserve-stock", reserve_stock, "true"),
  TEXT ("taxable-code", taxable_code),
  TEXT ("tax-free-code", tax_free_code),
  MAPPINGS ("tax-map", tax_map,
            { .name = "rate", .kind = BRIGHT_SIDE_RATE },
            { .name = "brightpearl", .kind = BRIGHT_SIDE_NAME }),
  TEXT ("sales-nominal-code", sales_nominal_code),
  TEXT ("shipping-nominal-code", shipping_nominal_code),
  TEXT ("discount-nominal-code", discount_nominal_code),
  TEXT ("gift-certificate-nominal-code", gift_certificate_nominal_code),
  CHOICE ("edited-orders", edited_orders, "apply", "attention"),
  CHOICE ("missing-product", missing_product, "hold", "free-text"),
  CHOICE ("several-addresses", several_addresses, "hold", "split"),
  { SLOT ("rounding-threshold", rounding_threshold), .kind = BRIGHT_SETTING_AMOUNT,
    .fallback = "\"0.05\"", .minimum = 0, .maximum = 1000 * BRIGHT_MONEY_UNIT },
  TEXT ("rounding-nominal-code", rounding_nominal_code),
  MAPPINGS ("status-map", status_map,
            { "bigcommerce", BRIGHT_SIDE_NUMBER, -1, LAST_BIGCOMMERCE_STATUS },
            { "brightpearl", BRIGHT_SIDE_NUMBER, 0, MAXIMUM_ID }),
  ID ("default-brightpearl-status", default_brightpearl_status),
  INTEGER ("default-bigcommerce-status", default_bigcommerce_status, "-1", -1,
           LAST_BIGCOMMERCE_STATUS),
};
#undef Values

#define Values BrightItemsValues
static const BrightSettingRow items[] = {
  CHOICE ("bigcommerce-field", bigcommerce_field, "sku", "upc", "mpn", "gtin"),
  CHECKED_TEXT ("brightpearl-field", brightpearl_field, "\"sku\"",
                bright_settings_check_product_field, PRODUCT_FIELD),
  BOOLEAN ("create-customers", create_customers, "true"),
  CHOICE ("update-customers", update_customers, "fill-blanks", "overwrite", "never"),
  ID ("placeholder-contact-id", placeholder_contact_id),
};
#undef Values

#define Values BrightFulfillmentValues
static const BrightSettingRow fulfillment[] = {
  BOOLEAN ("enabled", enabled, NULL),
  CHOICE ("trigger", trigger, "goods-out-note", "order-status"),
  ID ("trigger-status-id", trigger_status_id),
  MAPPINGS ("shipping-map", shipping_map,
            { "brightpearl", BRIGHT_SIDE_NUMBER, 1, MAXIMUM_ID },
            { .name = "bigcommerce", .kind = BRIGHT_SIDE_TEXT }),
  TEXT ("default-shipping", default_shipping),
};
#undef Values

#define Values BrightNotesValues
static const BrightSettingRow notes[] = {
  BOOLEAN ("enabled", enabled, NULL),
  { SLOT ("customer-field", customer_field), .kind = BRIGHT_SETTING_TEXT,
    .accepts = bright_settings_check_custom_field, .expected = CUSTOM_FIELD,
    .differs_from = "staff-field" },
  { SLOT ("staff-field", staff_field), .kind = BRIGHT_SETTING_TEXT,
    .accepts = bright_settings_check_custom_field, .expected = CUSTOM_FIELD,
    .differs_from = "customer-field" },
};
#undef Values

#define Values BrightPaymentsValues
static const BrightSettingRow payments[] = {
  BOOLEAN ("enabled", enabled, NULL),
  BOOLEAN ("include-uncaptured", include_uncaptured, NULL),
  MAPPINGS ("method-map", method_map,
            { .name = "bigcommerce", .kind = BRIGHT_SIDE_NAME },
            { .name = "brightpearl", .kind = BRIGHT_SIDE_TEXT }),
  TEXT ("default-method", default_method),
  BOOLEAN ("refunds", refunds, NULL),
  BOOLEAN ("restock-refunds", restock_refunds, "true"),
};
#undef Values

#define Values BrightInventoryValues
static const BrightSettingRow inventory[] = {
  BOOLEAN ("enabled", enabled, NULL),
  INTEGERS ("warehouse-ids", warehouse_ids, NULL, MAXIMUM_ID),
  INTEGER ("buffer", buffer, NULL, 0, 1000000),
  ID ("bigcommerce-location-id", bigcommerce_location_id),
  INTEGER ("largest-drop-percent", largest_drop_percent, "10", 1, 100),
  INTEGER ("full-check-hours", full_check_hours, "24", 1, 720),
};
#undef Values

#define TABLE(group, Group)                                                                        \
  {                                                                                                \
    #group, "Bright" #Group "Settings", sizeof (Bright##Group##Values),                            \
        G_STRUCT_OFFSET (BrightSettingsSnapshot, group), group, G_N_ELEMENTS (group)               \
  }

const BrightSettingsTable bright_settings_tables[BRIGHT_N_SETTINGS_GROUPS] = {
  TABLE (connection, Connection), TABLE (schedule, Schedule), TABLE (orders, Orders),
  TABLE (items, Items),           TABLE (fulfillment, Fulfillment), TABLE (notes, Notes),
  TABLE (payments, Payments),     TABLE (inventory, Inventory),
};

const BrightSettingRow *
bright_settings_table_find (const BrightSettingsTable *table, const char *key)
{
  for (guint i = 0; i < table->n_rows; i++)
    if (g_str_equal (table->rows[i].key, key))
      return &table->rows[i];
  return NULL;
}
