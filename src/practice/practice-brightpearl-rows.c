/* Brightpearl's single rows of an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

/* The shape of a sales order's row, made of the shape of an order's row. */
static JsonNode *
flatten_row (JsonNode *body)
{
  static const struct
  {
    const char *from;
    const char *to;
  } members[] = {
    { "productId", "productId" },          { "productName", "name" },
    { "quantity/magnitude", "quantity" },  { "rowValue/taxCode", "taxCode" },
    { "rowValue/rowNet/value", "net" },    { "rowValue/rowTax/value", "tax" },
    { "nominalCode", "nominalCode" },      { "externalRef", "externalRef" },
  };
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "net", 0);
  json_object_set_int_member (object, "tax", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = bright_json_get (body, members[i].from);

      if (node != NULL)
        json_object_set_member (object, members[i].to, json_node_copy (node));
    }
  return practice_object_node (object);
}

static void
refuse_fine_amounts (JsonNode *body, PracticeAnswer *answer)
{
  static const char *const paths[] = { "rowValue/rowNet/value", "rowValue/rowTax/value" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      JsonNode *node = bright_json_get (body, paths[i]);
      gint64 value;

      if (node != NULL && !practice_decimal_read (node, 2, &value))
        practice_refuse (answer, 400, "ORDC-150", "%s must have 2 decimals at most", paths[i]);
    }
}

static PracticeOrder *
select_open_order (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);

  if (order != NULL && order->closed_on != 0)
    {
      practice_refuse (answer, 400, "ORDC-132", "The order is invoiced");
      return NULL;
    }
  return order;
}

void
practice_post_row (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = select_open_order (world, request, answer);
  g_autoptr (JsonNode) body = NULL;
  PracticeRow *row;

  if (order == NULL)
    return;
  refuse_fine_amounts (request->body, answer);
  body = flatten_row (request->body);
  row = practice_row_read (world, body, answer);
  if (row == NULL)
    return;
  practice_order_take_row (world, order, row);
  practice_order_number_rows (world, order);
  practice_order_touch (world, order);
  practice_respond_id (answer, row->id);
}

static PracticeRow *
select_row (PracticeOrder *order, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeRow *row = practice_order_find_row (order, practice_segment_id (request, 4));

  if (row == NULL)
    practice_refuse (answer, 404, "CMNC-404", "No order row found with id %s",
                     request->segments[4]);
  else if (row->parent != NULL)
    practice_refuse (answer, 400, "ORDC-151", "A component cannot be changed by itself");
  else if (practice_order_noted (order, row->id, FALSE) > 0)
    practice_refuse (answer, 400, "ORDC-152", "The row is on a goods-out note");
  return practice_is_refused (answer) ? NULL : row;
}

static void
recalculate_tax (PracticeAccount *account, PracticeRow *row)
{
  JsonObject *code
      = practice_reference_find (account, "accounting-service/tax-code", row->tax_code);
  PracticeDecimal rate = 0;

  practice_decimal_read (json_object_get_member (code, "rate"), PRACTICE_DECIMAL_SCALE, &rate);
  /* To the penny. */
  row->tax = practice_decimal_scale (row->net, rate, 100 * PRACTICE_DECIMAL_UNIT * 100) * 100;
}

static void
change_quantity (PracticeWorld *world,
                 PracticeOrder *order,
                 PracticeRow *row,
                 JsonNode *value,
                 PracticeAnswer *answer)
{
  PracticeDecimal quantity = 0;

  if (!practice_decimal_read (value, PRACTICE_DECIMAL_SCALE, &quantity) || quantity <= 0)
    {
      practice_refuse (answer, 400, "ORDC-118", "The quantity of a row must be positive");
      return;
    }
  row->quantity = quantity;
  for (guint i = 0; i < order->rows->len; i++)
    {
      PracticeRow *each = order->rows->pdata[i];

      if (each->parent == row)
        each->quantity = quantity;
      if (each == row || each->parent == row)
        practice_order_release (world, order, each, quantity / PRACTICE_DECIMAL_UNIT);
    }
}

static void
change_code (PracticeWorld *world,
             const char *list,
             char **code,
             JsonNode *value,
             PracticeAnswer *answer)
{
  g_autofree char *text = value != NULL ? bright_json_read_text (value) : NULL;

  if (practice_reference_find (world->account, list, text) == NULL)
    {
      practice_refuse (answer, 400, "ORDC-116", "There is no code %s",
                       text != NULL ? text : "null");
      return;
    }
  g_free (*code);
  *code = g_steal_pointer (&text);
}

static void
change_row (PracticeWorld *world,
            PracticeOrder *order,
            PracticeRow *row,
            JsonNode *node,
            PracticeAnswer *answer)
{
  const char *operation = bright_json_get_string (node, "op");
  const char *path = bright_json_get_string (node, "path");
  JsonNode *value = bright_json_get (node, "value");

  if (g_strcmp0 (operation, "replace") != 0 || path == NULL)
    practice_refuse (answer, 500, "CMNC-044", "Invalid patch operation (%s) for given path",
                     operation != NULL ? operation : "none");
  else if (strcmp (path, "/rowValue/rowNet/value") == 0)
    {
      if (!practice_decimal_read (value, PRACTICE_DECIMAL_SCALE, &row->net))
        practice_refuse (answer, 400, "ORDC-111", "The value is no amount");
    }
  else if (strcmp (path, "/quantity/magnitude") == 0)
    change_quantity (world, order, row, value, answer);
  else if (strcmp (path, "/rowValue/taxCode") == 0)
    change_code (world, "accounting-service/tax-code", &row->tax_code, value, answer);
  else if (strcmp (path, "/nominalCode") == 0)
    change_code (world, "accounting-service/nominal-code", &row->nominal_code, value, answer);
  else
    practice_refuse (answer, 500, "CMNC-044", "Invalid patch operation (replace) for given path");
}

void
practice_patch_row (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = select_open_order (world, request, answer);
  PracticeRow *row = order != NULL ? select_row (order, request, answer) : NULL;
  JsonArray *operations = bright_json_get_array (request->body, NULL);

  if (row == NULL)
    return;
  if (operations == NULL)
    practice_refuse (answer, 400, "CMNC-011", "A list of patch operations is required");
  for (guint i = 0; !practice_is_refused (answer) && i < json_array_get_length (operations); i++)
    change_row (world, order, row, json_array_get_element (operations, i), answer);
  if (practice_is_refused (answer))
    return;
  recalculate_tax (world->account, row);
  practice_order_touch (world, order);
  practice_respond (
      answer, practice_object_node (practice_order_row_view (world->account, order, row)));
}

void
practice_delete_row (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = select_open_order (world, request, answer);
  PracticeRow *row = order != NULL ? select_row (order, request, answer) : NULL;

  if (row == NULL)
    return;
  for (guint i = order->rows->len; i > 0; i--)
    {
      PracticeRow *each = order->rows->pdata[i - 1];

      if (each->parent != row)
        continue;
      practice_order_release (world, order, each, 0);
      g_ptr_array_remove_index (order->rows, i - 1);
    }
  practice_order_release (world, order, row, 0);
  g_ptr_array_remove (order->rows, row);
  practice_order_touch (world, order);
  practice_respond_done (answer);
}
