/* The lines and consignments of an order of the practice store as the API shows them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-json.h"
#include "practice-store-order.h"

/* More lines than this are not embedded. */
#define MAXIMUM_EMBEDDED_LINES 50

#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeLine, member, name, kind)

static const PracticeField line_fields[] = {
  FIELD (id, "id", INTEGER),
  FIELD (order_id, "order_id", INTEGER),
  FIELD (product_id, "product_id", INTEGER),
  FIELD (variant_id, "variant_id", INTEGER),
  FIELD (address_id, "order_address_id", INTEGER),
  PRACTICE_FIXED ("order_pickup_method_id", ZERO, NULL),
  FIELD (name, "name", TEXT),
  FIELD (name, "name_customer", TEXT),
  FIELD (name, "name_merchant", TEXT),
  FIELD (sku, "sku", TEXT),
  PRACTICE_FIXED ("upc", CONSTANT, ""),
  FIELD (type, "type", TEXT),
  FIELD (unit.base, "base_price", MONEY),
  FIELD (unit.without_tax, "price_ex_tax", MONEY),
  FIELD (unit.with_tax, "price_inc_tax", MONEY),
  FIELD (unit.tax, "price_tax", MONEY),
  FIELD (full.base, "base_total", MONEY),
  FIELD (full.without_tax, "total_ex_tax", MONEY),
  FIELD (full.with_tax, "total_inc_tax", MONEY),
  FIELD (shown_tax, "total_tax", MONEY),
  FIELD (paid.with_tax, "discounted_total_inc_tax", MONEY),
  PRACTICE_FIXED ("weight", CONSTANT, "0.2500"),
  PRACTICE_FIXED ("width", CONSTANT, "0.0000"),
  PRACTICE_FIXED ("height", CONSTANT, "0.0000"),
  PRACTICE_FIXED ("depth", CONSTANT, "0.0000"),
  FIELD (quantity, "quantity", INTEGER),
  PRACTICE_FIXED ("base_cost_price", NO_MONEY, NULL),
  PRACTICE_FIXED ("cost_price_inc_tax", NO_MONEY, NULL),
  PRACTICE_FIXED ("cost_price_ex_tax", NO_MONEY, NULL),
  PRACTICE_FIXED ("cost_price_tax", NO_MONEY, NULL),
  PRACTICE_FIXED ("is_refunded", FALSE, NULL),
  FIELD (quantity_refunded, "quantity_refunded", INTEGER),
  PRACTICE_FIXED ("refund_amount", NO_MONEY, NULL),
  PRACTICE_FIXED ("return_id", ZERO, NULL),
  FIELD (wrapping_name, "wrapping_name", TEXT),
  FIELD (wrapping.base, "base_wrapping_cost", MONEY),
  FIELD (wrapping.without_tax, "wrapping_cost_ex_tax", MONEY),
  FIELD (wrapping.with_tax, "wrapping_cost_inc_tax", MONEY),
  FIELD (wrapping.tax, "wrapping_cost_tax", MONEY),
  PRACTICE_FIXED ("wrapping_message", CONSTANT, ""),
  FIELD (quantity_shipped, "quantity_shipped", INTEGER),
  PRACTICE_FIXED ("event_name", NULL, NULL),
  PRACTICE_FIXED ("event_date", CONSTANT, ""),
  PRACTICE_FIXED ("fixed_shipping_cost", NO_MONEY, NULL),
  PRACTICE_FIXED ("ebay_item_id", CONSTANT, ""),
  PRACTICE_FIXED ("ebay_transaction_id", CONSTANT, ""),
  PRACTICE_FIXED ("option_set_id", NULL, NULL),
  PRACTICE_FIXED ("is_bundled_product", FALSE, NULL),
  PRACTICE_FIXED ("bin_picking_number", CONSTANT, ""),
  PRACTICE_FIXED ("external_id", NULL, NULL),
  PRACTICE_FIXED ("brand", CONSTANT, ""),
  PRACTICE_FIXED ("gift_certificate_id", NULL, NULL),
  PRACTICE_FIXED ("configurable_fields", EMPTY_LIST, NULL),
};

static JsonArray *
render_discounts (const PracticeLine *line)
{
  JsonArray *discounts = json_array_new ();

  for (guint i = 0; line->discounts != NULL && i < line->discounts->len; i++)
    {
      const PracticeDiscount *discount = g_ptr_array_index (line->discounts, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", discount->id);
      practice_store_add_money (object, "amount", discount->amount, FALSE);
      json_object_set_string_member (object, "name", discount->name);
      if (discount->code != NULL)
        json_object_set_string_member (object, "code", discount->code);
      else
        json_object_set_null_member (object, "code");
      json_object_set_string_member (object, "target", discount->target);
      json_array_add_object_element (discounts, object);
    }
  return discounts;
}

static JsonArray *
render_options (const PracticeLine *line)
{
  static const char *const names[]
      = { "display_name", "display_name_customer", "display_name_merchant", "name" };
  static const char *const values[]
      = { "display_value", "display_value_customer", "display_value_merchant" };
  JsonArray *options = json_array_new ();
  JsonObject *object;

  if (line->option_name == NULL)
    return options;
  object = json_object_new ();
  json_object_set_int_member (object, "id", line->id + 100000);
  json_object_set_int_member (object, "option_id", 12);
  json_object_set_int_member (object, "order_product_id", line->id);
  json_object_set_int_member (object, "product_option_id", 112);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    json_object_set_string_member (object, names[i], line->option_name);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    json_object_set_string_member (object, values[i], line->option_value);
  json_object_set_string_member (object, "value", "101");
  json_object_set_string_member (object, "type", "Multiple choice");
  json_object_set_string_member (object, "display_style", "Pick list");
  json_array_add_object_element (options, object);
  return options;
}

JsonObject *
practice_store_render_line (const PracticeLine *line, gboolean decimals_as_numbers)
{
  JsonObject *object = json_object_new ();

  practice_store_add_fields (object, line_fields, G_N_ELEMENTS (line_fields), line,
                             decimals_as_numbers);
  json_object_set_int_member (object, "wrapping_id", line->wrapping.base != 0 ? 1 : 0);
  if (line->parent_id != 0)
    json_object_set_int_member (object, "parent_order_product_id", line->parent_id);
  else
    json_object_set_null_member (object, "parent_order_product_id");
  json_object_set_array_member (object, "applied_discounts", render_discounts (line));
  json_object_set_array_member (object, "product_options", render_options (line));
  return object;
}

#undef FIELD
#define FIELD(member, name, kind) PRACTICE_FIELD (PracticeConsignment, member, name, kind)

/* The same costs are numbers in a consignment and strings in a shipping address. */
#define COST_FIELDS(kind)                                                                          \
  FIELD (shipping.base, "base_cost", kind), FIELD (shipping.without_tax, "cost_ex_tax", kind),     \
      FIELD (shipping.with_tax, "cost_inc_tax", kind), FIELD (shipping.tax, "cost_tax", kind),     \
      PRACTICE_FIXED ("cost_tax_class_id", ZERO, NULL),                                            \
      FIELD (handling.base, "base_handling_cost", kind),                                           \
      FIELD (handling.without_tax, "handling_cost_ex_tax", kind),                                  \
      FIELD (handling.with_tax, "handling_cost_inc_tax", kind),                                    \
      FIELD (handling.tax, "handling_cost_tax", kind),                                             \
      PRACTICE_FIXED ("handling_cost_tax_class_id", ZERO, NULL)

#define PLACE_FIELDS                                                                               \
  FIELD (items_total, "items_total", INTEGER), FIELD (items_shipped, "items_shipped", INTEGER),    \
      FIELD (shipping_method, "shipping_method", TEXT),                                            \
      FIELD (zone_id, "shipping_zone_id", INTEGER), FIELD (zone_name, "shipping_zone_name", TEXT)

static const PracticeField consignment_fields[]
    = { FIELD (id, "id", INTEGER), PLACE_FIELDS, COST_FIELDS (NUMBER) };
static const PracticeField address_fields[]
    = { FIELD (id, "id", INTEGER), FIELD (order_id, "order_id", INTEGER), PLACE_FIELDS,
        COST_FIELDS (MONEY) };

static void
add_quotes (JsonObject *object, const PracticeConsignment *consignment)
{
  g_autofree char *path = g_strdup_printf (
      "shipping_addresses/%" G_GINT64_FORMAT "/shipping_quotes", consignment->id);

  json_object_set_object_member (object, "shipping_quotes",
                                 practice_store_render_link (consignment->order_id, path));
}

JsonObject *
practice_store_render_shipping_address (const PracticeConsignment *consignment)
{
  JsonObject *object = json_object_new ();

  practice_store_add_fields (object, address_fields, G_N_ELEMENTS (address_fields), consignment,
                             FALSE);
  practice_store_render_address_into (object, &consignment->address);
  add_quotes (object, consignment);
  return object;
}

static gboolean
line_belongs (const PracticeLine *line, const PracticeConsignment *consignment)
{
  static const char *const types[] = { "physical", "physical", "digital", "giftcertificate" };

  if (consignment->kind == PRACTICE_CONSIGNMENT_SHIPPING)
    return line->address_id == consignment->id;
  return line->address_id == 0 && g_str_equal (line->type, types[consignment->kind]);
}

static void
add_lines (JsonObject *object,
           const PracticeStoreOrder *order,
           const PracticeConsignment *consignment,
           guint rendering)
{
  JsonArray *lines = json_array_new ();
  guint n_lines = 0;
  JsonObject *warning;

  json_object_set_array_member (object, "line_items", lines);
  if ((rendering & PRACTICE_INCLUDE_LINES) == 0)
    {
      json_array_add_object_element (lines, practice_store_render_link (order->id, "products"));
      return;
    }
  for (guint i = 0; i < order->lines->len; i++)
    {
      const PracticeLine *line = g_ptr_array_index (order->lines, i);

      if (line_belongs (line, consignment) && n_lines++ < MAXIMUM_EMBEDDED_LINES)
        json_array_add_object_element (
            lines,
            practice_store_render_line (line, (rendering & PRACTICE_DECIMALS_AS_NUMBERS) != 0));
    }
  if (n_lines <= MAXIMUM_EMBEDDED_LINES)
    return;
  warning = json_object_new ();
  json_object_set_string_member (warning, "message",
                                 "Only the first 50 line items of this consignment are included. "
                                 "Read `/v2/orders/{order_id}/products` for all of them.");
  json_object_set_object_member (object, "__warning__", warning);
}

static JsonObject *
render_pickup (const PracticeConsignment *consignment)
{
  JsonObject *object = json_object_new ();
  JsonObject *location = json_object_new ();

  json_object_set_int_member (object, "id", consignment->id);
  json_object_set_int_member (object, "pickup_method_id", 1);
  json_object_set_string_member (object, "pickup_method_display_name", "Collect from our shop");
  json_object_set_string_member (object, "collection_instructions", "Ring the bell at the side");
  json_object_set_string_member (object, "collection_time_description", "Ready in 2 hours");
  json_object_set_int_member (location, "id", 1);
  json_object_set_string_member (location, "name", "Harbour Lane Teas");
  json_object_set_string_member (location, "code", "BC-LOCATION-1");
  json_object_set_string_member (location, "address_line_1", "12 Harbour Lane");
  json_object_set_string_member (location, "address_line_2", "");
  json_object_set_string_member (location, "city", "Bristol");
  json_object_set_string_member (location, "state", "Bristol");
  json_object_set_string_member (location, "postal_code", "BS1 4XX");
  json_object_set_string_member (location, "country_alpha2", "GB");
  json_object_set_string_member (location, "email", "shop@harbourlane.example");
  json_object_set_string_member (location, "phone", "0117 496 0101");
  json_object_set_object_member (object, "location", location);
  return object;
}

static JsonObject *
render_consignment (const PracticeConsignment *consignment)
{
  JsonObject *object;

  if (consignment->kind == PRACTICE_CONSIGNMENT_PICKUP)
    return render_pickup (consignment);
  object = json_object_new ();
  if (consignment->kind != PRACTICE_CONSIGNMENT_SHIPPING)
    {
      const char *recipient = consignment->address.parts[PRACTICE_EMAIL];

      json_object_set_string_member (object, "recipient_email", recipient != NULL ? recipient : "");
      return object;
    }
  practice_store_add_fields (object, consignment_fields, G_N_ELEMENTS (consignment_fields),
                             consignment, TRUE);
  practice_store_render_address_into (object, &consignment->address);
  add_quotes (object, consignment);
  return object;
}

JsonObject *
practice_store_render_consignments (const PracticeStoreOrder *order, guint rendering)
{
  JsonArray *lists[]
      = { json_array_new (), json_array_new (), json_array_new (), json_array_new () };
  JsonObject *object = json_object_new ();
  JsonObject *email = json_object_new ();

  for (guint i = 0; i < order->consignments->len; i++)
    {
      const PracticeConsignment *consignment = g_ptr_array_index (order->consignments, i);
      JsonObject *rendered = render_consignment (consignment);

      add_lines (rendered, order, consignment, rendering);
      json_array_add_object_element (lists[consignment->kind], rendered);
    }
  json_object_set_array_member (object, "shipping", lists[PRACTICE_CONSIGNMENT_SHIPPING]);
  json_object_set_array_member (object, "pickups", lists[PRACTICE_CONSIGNMENT_PICKUP]);
  json_object_set_array_member (object, "downloads", lists[PRACTICE_CONSIGNMENT_DOWNLOAD]);
  json_object_set_array_member (email, "gift_certificates",
                                lists[PRACTICE_CONSIGNMENT_CERTIFICATE]);
  json_object_set_object_member (object, "email", email);
  return object;
}
