/* Brightpearl's custom fields of sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-fields.h"

#include "bright-error.h"
#include "brightpearl-ask.h"

char *
brightpearl_read_field (JsonNode *fields, const char *code)
{
  JsonObject *object = bright_json_get_object (fields, NULL);
  JsonNode *value = NULL;
  char *text = NULL;

  if (code[0] != '\0' && object != NULL)
    value = json_object_get_member (object, code);
  if (value != NULL && JSON_NODE_HOLDS_OBJECT (value))
    value = bright_json_get (value, "value");
  if (value != NULL)
    text = bright_json_read_text (value);
  return text != NULL ? text : g_strdup ("");
}

static BrightpearlFieldTexts *
read_order (JsonNode *node, const BrightNotesValues *wanted)
{
  BrightpearlFieldTexts *texts = bright_record_new (&brightpearl_field_texts_type);
  JsonNode *fields = bright_json_get (node, "customFields");

  texts->sales_order_id = bright_json_get_integer (node, "id", 0);
  g_free (texts->customer_field);
  texts->customer_field = g_strdup (wanted->customer_field);
  g_free (texts->customer);
  texts->customer = brightpearl_read_field (fields, wanted->customer_field);
  g_free (texts->staff_field);
  texts->staff_field = g_strdup (wanted->staff_field);
  g_free (texts->staff);
  texts->staff = brightpearl_read_field (fields, wanted->staff_field);
  return texts;
}

static gpointer
read_orders (JsonNode *response, gconstpointer wanted, GError **error)
{
  g_autoptr (GPtrArray) orders = bright_record_list_new (&brightpearl_field_texts_type);
  JsonArray *list = bright_json_get_array (response, NULL);

  if (JSON_NODE_HOLDS_NULL (response))
    return g_steal_pointer (&orders);
  if (list == NULL)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "expected a list of orders");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (orders, read_order (json_array_get_element (list, i), wanted));
  return g_steal_pointer (&orders);
}

void
brightpearl_client_read_fields_async (BrightpearlClient *self,
                                      const char *ids,
                                      const BrightNotesValues *fields,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && ids != NULL && ids[0] != '\0');

  path = g_strconcat ("/order-service/order/", ids, "?includeOptional=customFields", NULL);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_orders,
                                    .data = fields,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_read_fields_finish (BrightpearlClient *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
