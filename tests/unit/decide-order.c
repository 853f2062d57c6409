/* Orders of the store for tables of tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-order.h"

#include "decide-json.h"

#define FIRST_LINE 31877

static const char usual_order[]
    = "{'id': 1042, 'customer_id': 12, 'date_created': 'Wed, 11 Nov 2026 09:28:40 +0000',"
      " 'status_id': 11, 'custom_status': 'Awaiting Fulfillment', 'default_currency_code': 'GBP',"
      " 'total_inc_tax': '24.00', 'total_tax': '4.00', 'is_tax_inclusive_pricing': false,"
      " 'billing_address': {'first_name': 'Mira', 'last_name': 'Oke', 'company': '',"
      "  'street_1': '4 Quay Rd', 'city': 'Bristol', 'zip': 'BS1 4XX', 'country_iso2': 'GB',"
      "  'phone': '', 'email': 'mira@example.org'},"
      " 'consignments': {'shipping': [{'id': 9051, 'first_name': 'Mira', 'last_name': 'Oke',"
      "  'street_1': '9 Dock St', 'city': 'Bath', 'zip': 'BA1 1AA', 'country_iso2': 'GB',"
      "  'shipping_method': 'Courier', 'line_items': ["
      "  {'sku': 'MUG-1', 'quantity': 2, 'ex': '20.00', 'inc': '24.00'}]}]}}";

static const char usual_line[] = "{'product_id': 77, 'type': 'physical', 'quantity': 1}";

static BrightMoney
parse (const char *text)
{
  BrightMoney amount = 0;

  g_assert_true (bright_money_parse (text, &amount, NULL));
  return amount;
}

static void
rename_member (JsonObject *object, const char *name, const char *new_name)
{
  if (!json_object_has_member (object, name))
    return;
  json_object_set_member (object, new_name, json_object_dup_member (object, name));
  json_object_remove_member (object, name);
}

static void
spell_out_tax (JsonObject *line)
{
  BrightMoney tax = parse (json_object_get_string_member_with_default (line, "inc", "0"));
  BrightMoney net = parse (json_object_get_string_member_with_default (line, "ex", "0"));
  char text[BRIGHT_MONEY_FORMAT_SIZE];

  if (!json_object_has_member (line, "tax") && bright_money_subtract (&tax, net))
    json_object_set_string_member (line, "total_tax", bright_money_format (tax, text));
  rename_member (line, "tax", "total_tax");
}

static void
spell_out_discount (JsonObject *line)
{
  JsonArray *discounts;
  JsonObject *discount;

  if (!json_object_has_member (line, "off"))
    return;
  discounts = json_array_new ();
  discount = json_object_new ();
  json_object_set_string_member (discount, "id", "coupon");
  json_object_set_member (discount, "amount", json_object_dup_member (line, "off"));
  json_array_add_object_element (discounts, discount);
  json_object_set_array_member (line, "applied_discounts", discounts);
}

static JsonNode *
spell_out_line (JsonObject *short_line, gint64 id)
{
  JsonNode *node = decide_json_read (usual_line);
  JsonObject *line = json_node_get_object (node);

  json_object_set_int_member (line, "id", id);
  decide_json_merge (line, short_line);
  if (!json_object_has_member (line, "name") && json_object_has_member (line, "sku"))
    json_object_set_member (line, "name", json_object_dup_member (line, "sku"));
  spell_out_tax (line);
  spell_out_discount (line);
  rename_member (line, "ex", "total_ex_tax");
  rename_member (line, "inc", "total_inc_tax");
  rename_member (line, "paid", "discounted_total_inc_tax");
  return node;
}

static void
spell_out_consignments (JsonNode *order, const char *path, gint64 *line_id)
{
  JsonArray *consignments = bright_json_get_array (order, path);

  for (guint i = 0; consignments != NULL && i < json_array_get_length (consignments); i++)
    {
      JsonNode *consignment = json_array_get_element (consignments, i);
      JsonArray *lines = bright_json_get_array (consignment, "line_items");
      JsonArray *spelt_out = json_array_new ();

      for (guint j = 0; lines != NULL && j < json_array_get_length (lines); j++)
        json_array_add_element (
            spelt_out, spell_out_line (json_array_get_object_element (lines, j), (*line_id)++));
      json_object_set_array_member (json_node_get_object (consignment), "line_items", spelt_out);
    }
}

static void
place_lines (JsonNode *order)
{
  JsonNode *lines = bright_json_get (order, "lines");
  JsonArray *consignments = bright_json_get_array (order, "consignments/shipping");

  if (lines == NULL)
    return;
  json_object_set_member (json_array_get_object_element (consignments, 0), "line_items",
                          json_node_copy (lines));
  json_object_remove_member (json_node_get_object (order), "lines");
}

BigcommerceOrder *
decide_order_new (const char *changes)
{
  static const char *const paths[]
      = { "consignments/shipping", "consignments/pickups", "consignments/downloads",
          "consignments/email/gift_certificates" };
  g_autoptr (JsonNode) order = decide_json_read_merged (usual_order, changes);
  gint64 line_id = FIRST_LINE;

  place_lines (order);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    spell_out_consignments (order, paths[i], &line_id);
  return decide_json_to_record (&bigcommerce_order_type, order);
}
