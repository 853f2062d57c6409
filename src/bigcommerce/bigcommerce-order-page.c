/* A page of orders, as it is read in a worker thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-order-page.h"

#include "bright-error.h"

void
bigcommerce_order_page_free (BigcommerceOrderPage *page)
{
  if (page == NULL)
    return;
  g_clear_pointer (&page->orders, g_ptr_array_unref);
  g_clear_pointer (&page->broken, g_ptr_array_unref);
  g_free (page);
}

static void
copy_member (JsonObject *unused, const char *name, JsonNode *member, gpointer target)
{
  json_object_set_member (target, name, json_node_copy (member));
}

/* Consignments may come in the shape of older days, as a list of one object. */
static JsonNode *
unwrap_consignments (JsonNode *node)
{
  JsonArray *list = bright_json_get_array (node, "consignments");
  JsonObject *order;

  if (list == NULL || json_array_get_length (list) == 0)
    return json_node_ref (node);
  order = json_object_new ();
  json_object_foreach_member (json_node_get_object (node), copy_member, order);
  json_object_set_member (order, "consignments",
                          json_node_copy (json_array_get_element (list, 0)));
  node = json_node_init_object (json_node_alloc (), order);
  json_object_unref (order);
  return node;
}

gpointer
bigcommerce_read_order (JsonNode *answer, gconstpointer unused, GError **error)
{
  g_autoptr (JsonNode) node = unwrap_consignments (answer);

  return bright_record_read (&bigcommerce_order_type, node, error);
}

static void
read_row (BigcommerceOrderPage *page, JsonNode *row)
{
  g_autoptr (GError) error = NULL;
  BigcommerceOrder *order = bigcommerce_read_order (row, NULL, &error);
  gint64 id;

  if (order != NULL)
    {
      g_ptr_array_add (page->orders, order);
      return;
    }
  id = bright_json_get_integer (row, "id", 0);
  g_ptr_array_add (page->broken,
                   id != 0 ? g_strdup_printf ("order %" G_GINT64_FORMAT ": %s", id, error->message)
                           : g_strdup_printf ("an order without a number: %s", error->message));
}

gpointer
bigcommerce_read_order_page (JsonNode *answer, gconstpointer data, GError **error)
{
  const BigcommerceOrderWindow *window = data;
  g_autoptr (BigcommerceOrderPage) page = g_new0 (BigcommerceOrderPage, 1);
  JsonArray *rows = bright_json_get_array (answer, NULL);

  page->orders = bright_record_list_new (&bigcommerce_order_type);
  page->broken = g_ptr_array_new_with_free_func (g_free);
  if (JSON_NODE_HOLDS_NULL (answer))
    return g_steal_pointer (&page);
  if (rows == NULL)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "expected a list of orders");
      return NULL;
    }
  page->n_rows = json_array_get_length (rows);
  for (guint i = window->skip; i < page->n_rows && page->n_taken < window->take; i++)
    {
      read_row (page, json_array_get_element (rows, i));
      page->n_taken++;
    }
  return g_steal_pointer (&page);
}

gpointer
bigcommerce_read_lines (JsonNode *answer, gconstpointer unused, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (answer))
    return bright_record_list_new (&bigcommerce_line_type);
  return bright_record_read_list (&bigcommerce_line_type, answer, error);
}

static BigcommerceConsignment *
add_consignment (GPtrArray *consignments)
{
  BigcommerceConsignment *consignment = bright_record_new (&bigcommerce_consignment_type);

  consignment->address = bright_record_new (&bigcommerce_address_type);
  g_ptr_array_add (consignments, consignment);
  return consignment;
}

static BigcommerceConsignment *
take_first (GPtrArray *consignments)
{
  return consignments->len > 0 ? consignments->pdata[0] : add_consignment (consignments);
}

static BigcommerceConsignment *
find_consignment (BigcommerceOrder *order, const BigcommerceLine *line)
{
  for (guint i = 0; i < order->shipping->len; i++)
    {
      BigcommerceConsignment *consignment = order->shipping->pdata[i];

      if (line->order_address_id != 0 && consignment->address->id == line->order_address_id)
        return consignment;
    }
  if (g_str_equal (line->type, "digital"))
    return take_first (order->downloads);
  if (g_str_equal (line->type, "giftcertificate"))
    return take_first (order->gift_certificates);
  return take_first (order->pickups->len > 0 ? order->pickups : order->shipping);
}

/* Empties a group of consignments, noting where each line was. */
static void
take_lines (GPtrArray *consignments, GHashTable *places)
{
  for (guint i = 0; i < consignments->len; i++)
    {
      BigcommerceConsignment *consignment = consignments->pdata[i];

      for (guint j = 0; j < consignment->lines->len; j++)
        {
          const BigcommerceLine *line = consignment->lines->pdata[j];

          g_hash_table_insert (places, g_memdup2 (&line->id, sizeof line->id), consignment);
        }
      g_ptr_array_set_size (consignment->lines, 0);
      g_free (consignment->warning);
      consignment->warning = g_strdup ("");
    }
}

void
bigcommerce_order_place_lines (BigcommerceOrder *order, GPtrArray *lines)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  take_lines (order->shipping, places);
  take_lines (order->pickups, places);
  take_lines (order->downloads, places);
  take_lines (order->gift_certificates, places);
  while (lines->len > 0)
    {
      BigcommerceLine *line = g_ptr_array_steal_index (lines, 0);
      BigcommerceConsignment *consignment = g_hash_table_lookup (places, &line->id);

      if (consignment == NULL)
        consignment = find_consignment (order, line);
      g_ptr_array_add (consignment->lines, line);
    }
}
