/* Reads one row of a sales order, and adds the rows of a bundle's components.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

static void
read_amount (JsonNode *body, const char *name, PracticeDecimal *amount, PracticeAnswer *answer)
{
  JsonNode *node = bright_json_get (body, name);

  if (node == NULL)
    practice_refuse (answer, 400, "ORDC-110", "%s of a row is required", name);
  else if (!practice_decimal_read (node, PRACTICE_DECIMAL_SCALE, amount))
    practice_refuse (answer, 400, "ORDC-111", "%s of a row must be a number of 4 decimals at most",
                     name);
}

static void
read_product (PracticeWorld *world, PracticeRow *row, JsonNode *body, PracticeAnswer *answer)
{
  const char *name = bright_json_get_string (body, "name");
  gint64 id = bright_json_get_integer (body, "productId", 0);
  const PracticeProduct *product;

  row->name = g_strdup (name);
  row->product_id = PRACTICE_FREE_TEXT_PRODUCT;
  if (id == 0 || id == PRACTICE_FREE_TEXT_PRODUCT)
    {
      if (name == NULL || name[0] == '\0')
        practice_refuse (answer, 400, "ORDC-112", "A row needs a productId or a name");
      return;
    }
  product = practice_table_get (&world->account->products, id);
  if (product == NULL)
    {
      practice_refuse (answer, 400, "ORDC-113", "There is no product %" G_GINT64_FORMAT, id);
      return;
    }
  row->product_id = id;
  row->sku = g_strdup (product->sku);
  row->bundle_parent = product->components != NULL;
  if (name == NULL)
    row->name = g_strdup (product->name);
  if ((product->stock_tracked || row->bundle_parent) && row->quantity % PRACTICE_DECIMAL_UNIT != 0)
    practice_refuse (answer, 400, "ORDC-114", "The quantity of product %" G_GINT64_FORMAT
                     " must be a whole number", id);
}

static void
read_codes (PracticeWorld *world, PracticeRow *row, JsonNode *body, PracticeAnswer *answer)
{
  const char *tax_code = bright_json_get_string (body, "taxCode");
  JsonNode *node = bright_json_get (body, "nominalCode");
  g_autofree char *nominal_code = node != NULL ? bright_json_read_text (node) : NULL;

  if (tax_code == NULL)
    practice_refuse (answer, 400, "ORDC-115", "taxCode of a row is required");
  else if (practice_reference_find (world->account, "accounting-service/tax-code", tax_code)
           == NULL)
    practice_refuse (answer, 400, "ORDC-116", "There is no tax code %s", tax_code);
  if (nominal_code == NULL || nominal_code[0] == '\0')
    {
      g_free (nominal_code);
      nominal_code = g_strdup ("4000");
    }
  else if (practice_reference_find (world->account, "accounting-service/nominal-code",
                                    nominal_code)
           == NULL)
    practice_refuse (answer, 400, "ORDC-117", "There is no nominal code %s", nominal_code);
  row->tax_code = g_strdup (tax_code);
  row->nominal_code = g_steal_pointer (&nominal_code);
}

PracticeRow *
practice_row_read (PracticeWorld *world, JsonNode *body, PracticeAnswer *answer)
{
  PracticeRow *row = g_new0 (PracticeRow, 1);
  JsonNode *reference = bright_json_get (body, "externalRef");

  row->id = bright_json_get_integer (body, "id", 0);
  row->sequence = bright_json_get_integer (body, "sequence", 0);
  row->external_reference = reference != NULL ? bright_json_read_text (reference) : NULL;
  read_amount (body, "quantity", &row->quantity, answer);
  read_amount (body, "net", &row->net, answer);
  read_amount (body, "tax", &row->tax, answer);
  if (!practice_is_refused (answer) && row->quantity <= 0)
    practice_refuse (answer, 400, "ORDC-118", "The quantity of a row must be positive");
  read_product (world, row, body, answer);
  read_codes (world, row, body, answer);
  if (!practice_is_refused (answer))
    return row;
  practice_row_free (row);
  return NULL;
}

void
practice_order_take_row (PracticeWorld *world, PracticeOrder *order, PracticeRow *row)
{
  const PracticeProduct *bundle
      = row->bundle_parent ? practice_table_get (&world->account->products, row->product_id)
                           : NULL;

  g_ptr_array_add (order->rows, row);
  for (guint i = 0; bundle != NULL && i < bundle->components->len; i++)
    {
      gint64 id = g_array_index (bundle->components, gint64, i);
      const PracticeProduct *component = practice_table_get (&world->account->products, id);
      PracticeRow *child;

      if (component == NULL)
        continue;
      child = g_new0 (PracticeRow, 1);
      child->product_id = id;
      child->sku = g_strdup (component->sku);
      child->name = g_strdup (component->name);
      child->quantity = row->quantity;
      child->tax_code = g_strdup (row->tax_code);
      child->nominal_code = g_strdup (row->nominal_code);
      child->parent = row;
      g_ptr_array_add (order->rows, child);
    }
}
