/* What stands in the practice account in the way of money, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "money.h"

#include <string.h>

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
join (GPtrArray *lines, const char *separator)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (separator, (char **)lines->pdata);
}

/* Ids of sales orders and sales credits with their external references (owned). */
static GHashTable *
map_references (Practice *practice)
{
  static const char *const paths[] = { "brightpearl/sales-orders", "brightpearl/sales-credits" };
  GHashTable *map = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (JsonArray) orders = practice_list (practice, paths[i]);

      for (guint j = 0; j < json_array_get_length (orders); j++)
        {
          JsonNode *order = json_array_get_element (orders, j);
          gint64 id = bright_json_get_integer (order, "id", 0);

          g_hash_table_insert (map, g_memdup2 (&id, sizeof id),
                               g_strdup (bright_json_get_string (order, "externalRef")));
        }
    }
  return map;
}

static BrightMoney
read_money (JsonNode *node, const char *path)
{
  JsonNode *member = bright_json_get (node, path);
  BrightMoney amount = 0;

  if (member != NULL)
    bright_json_read_money (member, &amount, NULL);
  return amount;
}

static GPtrArray *
collect (Practice *practice, const char *external_ref)
{
  g_autoptr (JsonArray) payments = practice_list (practice, "brightpearl/payments");
  g_autoptr (GHashTable) map = map_references (practice);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (payments); i++)
    {
      JsonNode *payment = json_array_get_element (payments, i);
      gint64 order_id = bright_json_get_integer (payment, "orderId", 0);
      const char *reference = g_hash_table_lookup (map, &order_id);
      BrightMoney paid = read_money (payment, "amountPaid");
      g_autofree char *amount
          = bright_money_to_string (paid != 0 ? paid : read_money (payment, "amountAuthorized"));

      if (external_ref == NULL || g_strcmp0 (external_ref, reference) == 0)
        g_ptr_array_add (
            lines, g_strdup_printf ("%s %s %s %s %s", reference,
                                    bright_json_get_string (payment, "paymentType"),
                                    bright_json_get_string (payment, "transactionRef"),
                                    bright_json_get_string (payment, "paymentMethodCode"), amount));
    }
  return lines;
}

char *
money_list (Practice *practice)
{
  g_autoptr (GPtrArray) lines = collect (practice, NULL);

  return join (lines, "\n");
}

char *
money_list_for (Practice *practice, const char *external_ref)
{
  g_autoptr (GPtrArray) lines = collect (practice, external_ref);

  return join (lines, "; ");
}

char *
money_list_credits (Practice *practice)
{
  g_autoptr (JsonArray) credits = practice_list (practice, "brightpearl/sales-credits");
  g_autoptr (GHashTable) map = map_references (practice);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (credits); i++)
    {
      JsonNode *credit = json_array_get_element (credits, i);
      gint64 parent_id = bright_json_get_integer (credit, "parentId", 0);
      g_autofree char *total = bright_money_to_string (read_money (credit, "total/gross"));

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s %s", bright_json_get_string (credit, "externalRef"),
                                        (char *)g_hash_table_lookup (map, &parent_id), total));
    }
  return join (lines, "\n");
}

static gboolean
is_deleted (JsonNode *row)
{
  return json_object_get_boolean_member_with_default (json_node_get_object (row), "is_deleted",
                                                      FALSE);
}

gint64
money_find_order (Practice *practice, const char *payment_status, gint64 status_id)
{
  g_autoptr (JsonArray) orders = practice_list (practice, "bigcommerce/orders");

  for (guint i = json_array_get_length (orders); i > 0; i--)
    {
      JsonNode *row = json_array_get_element (orders, i - 1);
      gint64 id = bright_json_get_integer (row, "id", 0);
      g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, id);
      g_autoptr (JsonNode) order = practice_call (practice, "GET", path, NULL);

      if (g_strcmp0 (bright_json_get_string (order, "payment_status"), payment_status) == 0
          && bright_json_get_integer (order, "status_id", -1) == status_id && !is_deleted (row)
          && read_money (order, "total_inc_tax") > 0)
        return id;
    }
  return 0;
}

BrightMoney
money_sum (Practice *practice, const char *external_ref)
{
  g_autoptr (GPtrArray) lines = collect (practice, external_ref);
  BrightMoney sum = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines->pdata[i], " ", -1);
      BrightMoney amount;

      if (strcmp (words[1], "RECEIPT") != 0 && strcmp (words[1], "CAPTURE") != 0)
        continue;
      g_assert_true (bright_money_parse (words[4], &amount, NULL));
      g_assert_true (bright_money_add (&sum, amount));
    }
  return sum;
}
