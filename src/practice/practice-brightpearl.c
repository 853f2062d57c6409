/* Brightpearl's API: which function answers what, and how answers are made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

/* In a path `*` stands for one segment, and `?` for one that may be missing. */
typedef struct
{
  const char *method;
  const char *path;
  PracticeHandler *handler;
} Route;

static const Route routes[] = {
  { "GET", "integration-service/account-configuration", practice_get_account_configuration },
  { "GET", "integration-service/integration/instance", practice_get_instance },
  { "GET", "integration-service/webhook/?", practice_refuse_webhook },
  { "POST", "integration-service/webhook", practice_refuse_webhook },
  { "POST", "multi-message", practice_post_multi_message },

  { "GET", "order-service/order-status/?", practice_get_reference },
  { "GET", "order-service/order-type/?", practice_get_reference },
  { "GET", "order-service/order-stock-status", practice_get_reference },
  { "GET", "order-service/order-shipping-status", practice_get_reference },
  { "GET", "order-service/sale/custom-field-meta-data/?", practice_get_reference },
  { "GET", "product-service/channel/?", practice_get_reference },
  { "GET", "product-service/price-list/?", practice_get_reference },
  { "GET", "warehouse-service/warehouse/?", practice_get_reference },
  { "GET", "warehouse-service/shipping-method/?", practice_get_reference },
  { "GET", "contact-service/lead-source/?", practice_get_reference },
  { "GET", "contact-service/project/?", practice_get_reference },
  { "GET", "contact-service/contact-group/?", practice_get_reference },
  { "GET", "accounting-service/tax-code/?", practice_get_reference },
  { "GET", "accounting-service/payment-method/?", practice_get_reference },
  { "GET", "accounting-service/nominal-code/?", practice_get_reference },
  { "GET", "accounting-service/nominal-code-search/?", practice_search_nominal_codes },
  { "GET", "accounting-service/currency-search/?", practice_search_currencies },

  { "GET", "order-service/order-search/?", practice_search_orders },
  { "GET", "order-service/sales-order-search/?", practice_search_sales_orders },
  { "POST", "order-service/sales-order", practice_post_sales_order },
  { "GET", "order-service/sales-order/*", practice_get_sales_orders },
  { "PUT", "order-service/sales-order/*", practice_put_sales_order },
  { "OPTIONS", "order-service/sales-order/?", practice_options_orders },
  { "PUT", "order-service/sales-order/*/row/?", practice_put_sales_order_rows },
  { "POST", "order-service/sales-order/*/close", practice_close_sales_order },
  { "POST", "order-service/sales-credit", practice_post_sales_credit },
  { "GET", "order-service/sales-credit/*", practice_get_sales_credits },
  { "GET", "order-service/order/*", practice_get_orders },
  { "PATCH", "order-service/order/*", practice_patch_order },
  { "OPTIONS", "order-service/order/?", practice_options_orders },
  { "PUT", "order-service/order/*/status", practice_put_order_status },
  { "POST", "order-service/order/*/row", practice_post_row },
  { "PATCH", "order-service/order/*/row/*", practice_patch_row },
  { "DELETE", "order-service/order/*/row/*", practice_delete_row },
  { "GET", "order-service/order/*/note/?", practice_get_notes },
  { "POST", "order-service/order/*/note", practice_post_note },
  { "GET", "order-service/order-note-search/?", practice_search_notes },
  { "GET", "order-service/order/*/custom-field", practice_get_custom_fields },
  { "PATCH", "order-service/order/*/custom-field", practice_patch_custom_fields },

  { "GET", "contact-service/contact-search/?", practice_search_contacts },
  { "GET", "contact-service/contact/*", practice_get_contacts },
  { "POST", "contact-service/contact", practice_post_contact },
  { "PATCH", "contact-service/contact/*", practice_patch_contact },
  { "OPTIONS", "contact-service/contact/?", practice_options_contacts },
  { "PUT", "contact-service/contact/*/postal-address", practice_put_contact_addresses },
  { "POST", "contact-service/postal-address", practice_post_address },
  { "GET", "contact-service/postal-address/*", practice_get_addresses },

  { "GET", "product-service/product-search/?", practice_search_products },
  { "GET", "product-service/product/*", practice_get_products },
  { "OPTIONS", "product-service/product/?", practice_options_products },

  { "GET", "warehouse-service/product-availability/*", practice_get_availability },
  { "GET", "warehouse-service/warehouse/*/product-availability/*", practice_get_availability },
  { "GET", "warehouse-service/bundle-availability/*", practice_get_bundle_availability },
  { "GET", "warehouse-service/goods-movement-search/?", practice_search_movements },
  { "POST", "warehouse-service/order/*/reservation/warehouse/*", practice_post_reservation },
  { "PUT", "warehouse-service/order/*/reservation", practice_put_reservation },
  { "GET", "warehouse-service/order/*/reservation", practice_get_reservation },
  { "DELETE", "warehouse-service/order/*/reservation", practice_delete_reservation },
  { "GET", "warehouse-service/order/*/goods-note/goods-out/?", practice_get_goods_out },
  { "GET", "warehouse-service/order/*/goods-note/drop-ship/?", practice_get_drop_ship },
  { "POST", "warehouse-service/order/*/goods-note/goods-out", practice_post_goods_out },
  { "DELETE", "warehouse-service/order/*/goods-note/goods-out/*", practice_delete_goods_out },
  { "GET", "warehouse-service/goods-note/goods-out-search/?", practice_search_goods_out },
  { "PUT", "warehouse-service/goods-note/goods-out/*", practice_put_goods_out },
  { "POST", "warehouse-service/goods-note/goods-out/*/event", practice_post_goods_out_event },

  { "POST", "accounting-service/customer-payment", practice_post_payment },
  { "DELETE", "accounting-service/customer-payment/*", practice_delete_payment },
  { "GET", "accounting-service/customer-payment-search/?", practice_search_payments },
  { "GET", "accounting-service/sale-payment-total/*", practice_get_payment_totals },
};

static gboolean
path_matches (const char *path, char **segments)
{
  for (char **segment = segments; *segment != NULL; segment++)
    {
      gsize length = strcspn (path, "/");

      if (length == 0)
        return FALSE;
      if (path[0] != '*' && path[0] != '?'
          && (strncmp (path, *segment, length) != 0 || (*segment)[length] != '\0'))
        return FALSE;
      path += length + (path[length] == '/');
    }
  return path[0] == '\0' || path[0] == '?';
}

void
practice_account_handle (PracticeWorld *world,
                         const PracticeRequest *request,
                         PracticeAnswer *answer)
{
  gboolean known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      gboolean writes = routes[i].method[0] == 'P';

      if (!path_matches (routes[i].path, request->segments))
        continue;
      known = TRUE;
      if (strcmp (routes[i].method, request->method) != 0)
        continue;
      if (writes && request->body == NULL)
        practice_refuse (answer, 400, "CMNC-010", "A JSON body is required");
      else
        routes[i].handler (world, request, answer);
      return;
    }
  if (known)
    practice_refuse (answer, 405, "CMNC-405", "Method %s is not supported here", request->method);
  else
    practice_refuse (answer, 404, "CMNC-404", "The requested URI was not found");
}

void
practice_respond (PracticeAnswer *answer, JsonNode *response)
{
  JsonObject *envelope = json_object_new ();

  json_object_set_member (envelope, "response", response);
  answer->status = 200;
  answer->body = practice_object_node (envelope);
}

void
practice_respond_id (PracticeAnswer *answer, gint64 id)
{
  practice_respond (answer, json_node_init_int (json_node_alloc (), id));
}

void
practice_respond_done (PracticeAnswer *answer)
{
  answer->status = 200;
  answer->body = practice_object_node (json_object_new ());
}

void
practice_refuse (PracticeAnswer *answer, guint status, const char *code, const char *format, ...)
{
  JsonArray *errors = bright_json_get_array (answer->body, "errors");
  JsonObject *error = json_object_new ();
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  json_object_set_string_member (error, "code", code);
  json_object_set_string_member (error, "message", message);
  if (errors == NULL)
    {
      JsonObject *envelope = json_object_new ();

      errors = json_array_new ();
      json_object_set_array_member (envelope, "errors", errors);
      g_clear_pointer (&answer->body, json_node_unref);
      answer->body = practice_object_node (envelope);
      answer->status = status;
    }
  json_array_add_object_element (errors, error);
}

gboolean
practice_is_refused (const PracticeAnswer *answer)
{
  return answer->status >= 400;
}

const char *
practice_segment (const PracticeRequest *request, guint index)
{
  return index < request->n_segments && request->segments[index][0] != '\0'
             ? request->segments[index]
             : NULL;
}

gint64
practice_segment_id (const PracticeRequest *request, guint index)
{
  const char *text = practice_segment (request, index);
  guint64 id;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  return (gint64) id;
}

static void
add_live (GPtrArray *records, PracticeRecord *record)
{
  if (record != NULL && !record->deleted)
    g_ptr_array_add (records, record);
}

GPtrArray *
practice_select (PracticeWorld *world,
                 const PracticeTable *table,
                 const char *ids,
                 guint most,
                 PracticeAnswer *answer)
{
  g_autoptr (GArray) set = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  if (ids == NULL || strcmp (ids, "*") == 0)
    for (guint i = 0; i < table->records->len; i++)
      add_live (records, table->records->pdata[i]);
  else
    {
      set = practice_id_set_read (ids);
      if (set == NULL || practice_id_set_size (set) > most)
        {
          if (set == NULL)
            practice_refuse (answer, 400, "CMNC-017", "'%s' is not a set of ids", ids);
          else
            practice_refuse (answer, 400, "CMNC-019", "At most %u ids are allowed", most);
          return NULL;
        }
      for (guint i = 0; i < set->len; i++)
        {
          const PracticeRange *range = &g_array_index (set, PracticeRange, i);

          for (gint64 id = range->first; id <= range->last; id++)
            add_live (records, practice_table_get (table, id));
        }
    }
  practice_shuffle (world->account, records);
  return g_steal_pointer (&records);
}

PracticeOrder *
practice_select_order (PracticeWorld *world,
                       const PracticeRequest *request,
                       guint index,
                       PracticeAnswer *answer)
{
  PracticeOrder *order
      = practice_table_get (&world->account->orders, practice_segment_id (request, index));

  if (order == NULL)
    practice_refuse (answer, 404, "CMNC-404", "No order found with id %s",
                     request->segments[index]);
  return order;
}

gboolean
practice_wants (const PracticeRequest *request, const char *section)
{
  const char *sections = g_hash_table_lookup (request->query, "includeOptional");
  g_auto (GStrv) parts = g_strsplit (sections != NULL ? sections : "", ",", -1);

  return g_strv_contains ((const char *const *) parts, section);
}
