/* The orders flow: what a plan must know about products.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flow.h"

#include "bright-steps.h"

#include <string.h>

typedef struct
{
  GTask *task; /* the flow's (owned) */
  BrightOrderFlow *flow;
  BrightActiveOrder *active;
} Knowing;

static void
products_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Knowing *knowing = user_data;
  g_autoptr (GTask) task = knowing->task;
  BrightOrderFlow *flow = knowing->flow;
  GError *error = NULL;
  g_autoptr (GPtrArray) products
      = brightpearl_client_read_mirror_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  flow->under_way--;
  if (products == NULL)
    {
      bright_order_flow_fail (flow, error);
      return;
    }
  bright_mirrors_keep (flow->sync, bright_order_flow_get_batch (flow), BRIGHTPEARL_MIRROR_PRODUCTS,
                       products);
  bright_order_flow_make_ready (flow, knowing->active);
}

gboolean
bright_order_flow_know_products (BrightOrderFlow *flow,
                                 BrightActiveOrder *active,
                                 const BrightStep *step)
{
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *set = NULL;
  JsonArray *rows;
  Knowing *knowing;

  if (strcmp (step->kind, BRIGHT_STEP_CREATE_SALES_ORDER) != 0)
    return TRUE;
  body = bright_json_parse (step->body, -1, NULL);
  rows = bright_json_get_array (body, "rows");
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      gint64 id = bright_json_get_integer (json_array_get_element (rows, i), "productId", 0);
      const BrightpearlProduct *product = bright_world_get_product (flow->sync->world, id);

      /* Only what is not tracked itself may be a bundle. */
      if (product != NULL && !product->is_stock_tracked && !product->is_complete)
        g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    return TRUE;
  knowing = g_new0 (Knowing, 1);
  knowing->task = g_object_ref (flow->task);
  knowing->flow = flow;
  knowing->active = active;
  flow->under_way++;
  active->busy = TRUE;
  set = brightpearl_format_id_set (ids, 0, ids->len);
  brightpearl_client_read_mirror_async (flow->sync->brightpearl, BRIGHTPEARL_MIRROR_PRODUCTS, set,
                                        flow->sync->cancellable, products_read_cb, knowing);
  return FALSE;
}
