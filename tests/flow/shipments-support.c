/* What tests of shipments look at in the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "shipments-support.h"

gint64
shipments_find_reference (Practice *practice, const char *reference)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (g_strcmp0 (bright_json_get_string (node, "externalRef"), reference) == 0)
        return bright_json_get_integer (node, "id", 0);
    }
  return 0;
}

/* The sales order of the store's order @order. */
gint64
shipments_find_sales_order (Practice *practice, gint64 order)
{
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, order);

  return shipments_find_reference (practice, reference);
}

gint64
shipments_ship (Practice *practice, gint64 sales_order, const char *body)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT "/ship", sales_order);
  g_autofree char *json = g_strdelimit (g_strdup (body), "'", '"');
  g_autoptr (JsonNode) answer = practice_call (practice, "POST", path, json);

  return bright_json_get_integer (answer, "id", 0);
}

/* The units that a goods-out note has. */
gint64
shipments_count_note_units (JsonNode *note)
{
  JsonObject *rows = bright_json_get_object (note, "orderRows");
  JsonObjectIter iter;
  JsonNode *entries;
  gint64 units = 0;

  json_object_iter_init (&iter, rows);
  while (json_object_iter_next (&iter, NULL, &entries))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (entries)); i++)
      units += bright_json_get_integer (json_array_get_element (json_node_get_array (entries), i),
                                        "quantity", 0);
  return units;
}

gint64
shipments_count_units (JsonNode *shipment)
{
  JsonArray *items = bright_json_get_array (shipment, "items");
  gint64 units = 0;

  for (guint i = 0; i < json_array_get_length (items); i++)
    units += bright_json_get_integer (json_array_get_element (items, i), "quantity", 0);
  return units;
}

/* The only shipment with @comments, or NULL; fails the test if there are several. */
JsonNode *
shipments_find (Practice *practice, const char *comments)
{
  g_autoptr (JsonArray) list = practice_list (practice, "bigcommerce/shipments");
  JsonNode *found = NULL;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (g_strcmp0 (bright_json_get_string (node, "comments"), comments) != 0)
        continue;
      g_assert_null (found);
      found = json_node_copy (node);
    }
  return found;
}

JsonNode *
shipments_find_for_note (Practice *practice, gint64 note)
{
  g_autofree char *mark = g_strdup_printf ("Goods-out note %" G_GINT64_FORMAT, note);

  return shipments_find (practice, mark);
}

guint
shipments_count (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "bigcommerce/shipments");

  return json_array_get_length (list);
}

gint64
shipments_find_reserved_row (Practice *practice, gint64 sales_order, gint64 *units)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/reservations");

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObjectIter iter;
      const char *row;
      JsonNode *reserved;

      if (bright_json_get_integer (node, "orderId", 0) != sales_order)
        continue;
      json_object_iter_init (&iter, bright_json_get_object (node, "orderRows"));
      while (json_object_iter_next (&iter, &row, &reserved))
        {
          *units = bright_json_get_integer (reserved, "quantity", 0);
          if (*units > 0)
            return g_ascii_strtoll (row, NULL, 10);
        }
    }
  return 0;
}
