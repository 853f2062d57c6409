/* The settings of the demo's profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ids are those of the practice account, which are the same for every seed.
 * Every flow is on. One gateway of the store has no payment method on purpose:
 * the demo also shows what a forgotten choice looks like.
 */
#include "bright-demo-settings.h"

#include "bright-json.h"
#include "bright-settings.h"
#include "bright-time.h"

#define DAYS_SINCE_GO_LIVE 25
#define SECONDS_PER_DAY (24 * 60 * 60)

static const char practice_choices[]
    = "{\"version\": 1,"
      " \"schedule\": {\"mode\": \"automatic\", \"interval-seconds\": 60},"
      " \"orders\": {"
      "  \"channel-id\": 4, \"warehouse-id\": 2, \"lead-source-id\": 7, \"price-list-id\": 2,"
      "  \"taxable-code\": \"T20\", \"tax-free-code\": \"T9\","
      "  \"tax-map\": [{\"rate\": \"20\", \"brightpearl\": \"T20\"},"
      "                {\"rate\": \"5\", \"brightpearl\": \"T5\"},"
      "                {\"rate\": \"0\", \"brightpearl\": \"T0\"}],"
      "  \"sales-nominal-code\": \"4000\", \"shipping-nominal-code\": \"4040\","
      "  \"gift-certificate-nominal-code\": \"2110\", \"rounding-nominal-code\": \"2299\","
      "  \"brightpearl-statuses\": [3, 6, 7],"
      "  \"status-map\": [{\"bigcommerce\": 11, \"brightpearl\": 3},"
      "                   {\"bigcommerce\": 9, \"brightpearl\": 6},"
      "                   {\"bigcommerce\": 2, \"brightpearl\": 7},"
      "                   {\"bigcommerce\": 10, \"brightpearl\": 7}],"
      "  \"default-brightpearl-status\": 3,"
      "  \"several-addresses\": \"hold\", \"missing-product\": \"hold\"},"
      " \"fulfillment\": {\"enabled\": true, \"trigger\": \"goods-out-note\","
      "  \"shipping-map\": [{\"brightpearl\": 6, \"bigcommerce\": \"Courier\"},"
      "                     {\"brightpearl\": 7, \"bigcommerce\": \"Royal Mail 48\"}]},"
      " \"notes\": {\"enabled\": true,"
      "  \"customer-field\": \"PCF_CUSTMSG\", \"staff-field\": \"PCF_SHOPNOTE\"},"
      " \"payments\": {\"enabled\": true, \"refunds\": true,"
      "  \"method-map\": [{\"bigcommerce\": \"Credit Card\", \"brightpearl\": \"STRIPE\"},"
      "                   {\"bigcommerce\": \"PayPal\", \"brightpearl\": \"PAYPAL\"},"
      "                   {\"bigcommerce\": \"Gift Certificate\", \"brightpearl\": \"GIFTCARD\"},"
      "                   {\"bigcommerce\": \"gift_certificate\", \"brightpearl\": \"GIFTCARD\"},"
      "                   {\"bigcommerce\": \"store_credit\", \"brightpearl\": \"STORECREDIT\"},"
      "                   {\"bigcommerce\": \"Cash on Delivery\", \"brightpearl\": \"CASH\"},"
      "                   {\"bigcommerce\": \"Cash\", \"brightpearl\": \"CASH\"}]},"
      " \"inventory\": {\"enabled\": true, \"warehouse-ids\": [2]}}";

/* Keys of the settings that the practice store tells under the same name. */
static const char *const told[] = {
  "bigcommerce-url",     "bigcommerce-store-hash", "brightpearl-url",
  "brightpearl-account", "brightpearl-app-ref",
};

gboolean
bright_demo_settings_save (JsonNode *greeting, const char *path, GError **error)
{
  g_autoptr (BrightSettings) settings
      = bright_settings_load_text (practice_choices, NULL, error);
  gint64 today = g_get_real_time () / G_USEC_PER_SEC / SECONDS_PER_DAY;
  g_autofree char *go_live = bright_time_format ((today - DAYS_SINCE_GO_LIVE) * SECONDS_PER_DAY);

  if (settings == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_object_set (bright_settings_get_group (settings, "connection"), told[i],
                  bright_json_get_string (greeting, told[i]), NULL);
  g_object_set (bright_settings_get_group (settings, "schedule"), "go-live", go_live, NULL);
  return bright_settings_save (settings, path, error);
}
