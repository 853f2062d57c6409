/* The orders flow: what must be read before it can be decided.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-flow.h"

#include "bright-fact-texts.h"
#include "bright-order-traits.h"
#include "bright-steps.h"
#include "bright-stock.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/* Orders that wait for the same read. */
typedef struct
{
  GTask *task; /* the flow's (owned) */
  BrightOrderFlow *flow;
  GPtrArray *actives; /* (unowned elements) */
  guint part;
  GPtrArray *sales_orders; /* (nullable): what was read */
} Reading;

static Reading *
reading_new (BrightOrderFlow *flow)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->flow = flow;
  reading->task = g_object_ref (flow->task);
  reading->actives = g_ptr_array_new ();
  flow->under_way++;
  return reading;
}

/* Lets the orders be decided again, or stops the flow; takes @error. */
static void
finish (Reading *reading, GError *error)
{
  BrightOrderFlow *flow = reading->flow;

  flow->under_way--;
  for (guint i = 0; error == NULL && i < reading->actives->len; i++)
    bright_order_flow_make_ready (flow, reading->actives->pdata[i]);
  if (error != NULL)
    bright_order_flow_fail (flow, error);
  bright_order_flow_schedule (flow);
  g_ptr_array_unref (reading->actives);
  g_clear_pointer (&reading->sales_orders, g_ptr_array_unref);
  g_object_unref (reading->task);
  g_free (reading);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  GError *error = NULL;

  reading->flow->is_refreshing = FALSE;
  bright_mirrors_refresh_finish (result, &error);
  finish (reading, error);
}

static void
refresh (BrightOrderFlow *flow)
{
  Reading *reading = reading_new (flow);
  BrightActiveOrder *active;

  while ((active = g_queue_pop_head (&flow->refresh)) != NULL)
    g_ptr_array_add (reading->actives, active);
  flow->is_refreshing = TRUE;
  bright_mirrors_refresh_async (flow->sync, flow->levels, refreshed_cb, reading);
  memset (flow->levels, 0, sizeof flow->levels);
}

/* What is known of the sales orders that were read: the record and its text. */
typedef struct
{
  BrightpearlSalesOrder *sales_order; /* (owned) (nullable): NULL once an order has taken it */
  const BrightFactText *fact;
} ReadSalesOrder;

static void
read_sales_order_free (gpointer data)
{
  ReadSalesOrder *read = data;

  brightpearl_sales_order_free (read->sales_order);
  g_free (read);
}

static void
keep_sales_order (BrightOrderFlow *flow, BrightActiveOrder *active, guint part, GHashTable *by_id)
{
  BrightSync *sync = flow->sync;
  BrightOrderPart *kept = active->link->parts->pdata[part];
  ReadSalesOrder *read = g_hash_table_lookup (by_id, &kept->sales_order_id);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, kept->sales_order_id);
  g_autofree char *digest = NULL;

  if (kept->sales_order_id <= 0)
    return;
  if (read == NULL || read->sales_order == NULL)
    {
      active->link->is_deleted = TRUE;
      bright_sales_order_traits_keep (kept->sales_order_id, NULL,
                                      bright_order_flow_get_batch (flow), 0);
      bright_world_remove_sales_order (sync->world, kept->sales_order_id);
      return;
    }
  digest = bright_sales_order_digest (read->sales_order, read->fact->digest);
  bright_journal_batch_put_fact (bright_order_flow_get_batch (flow), BRIGHT_FACT_SALES_ORDER, key,
                                 read->fact->text, digest, bright_sync_get_time (sync));
  bright_sales_order_traits_keep (kept->sales_order_id, read->sales_order,
                                  bright_order_flow_get_batch (flow), bright_sync_get_time (sync));
  bright_active_order_take_sales_order (active, part, g_steal_pointer (&read->sales_order));
}

static void
texts_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  BrightOrderFlow *flow = reading->flow;
  GError *error = NULL;
  g_autoptr (GHashTable) by_id
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, read_sales_order_free);
  g_autoptr (GPtrArray) texts = bright_fact_texts_finish (result, &error);

  for (guint i = texts != NULL ? reading->sales_orders->len : 0; i > 0; i--)
    {
      ReadSalesOrder *read = g_new0 (ReadSalesOrder, 1);

      read->sales_order = g_ptr_array_steal_index (reading->sales_orders, i - 1);
      read->fact = texts->pdata[i - 1];
      g_hash_table_replace (by_id, g_memdup2 (&read->sales_order->id, sizeof (gint64)), read);
    }
  for (guint i = 0; texts != NULL && i < reading->actives->len; i++)
    {
      BrightActiveOrder *active = reading->actives->pdata[i];

      for (guint part = 0; part < active->link->parts->len; part++)
        keep_sales_order (flow, active, part, by_id);
      bright_active_order_keep (active, bright_order_flow_get_batch (flow));
    }
  finish (reading, error);
}

static void
sales_orders_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  GError *error = NULL;

  reading->sales_orders = brightpearl_client_read_sales_orders_finish (BRIGHTPEARL_CLIENT (source),
                                                                       result, &error);
  if (reading->sales_orders == NULL)
    finish (reading, error);
  else
    bright_fact_texts_async (&brightpearl_sales_order_type, reading->sales_orders, NULL,
                             texts_written_cb, reading);
}

static guint
count_ids (const BrightActiveOrder *active)
{
  return active->link->parts->len;
}

/* How many of the first waiting orders fit into one id set. */
static guint
fill_id_set (BrightOrderFlow *flow, GPtrArray *actives, GArray *ids)
{
  while (flow->reads.length > 0)
    {
      BrightActiveOrder *active = g_queue_peek_head (&flow->reads);

      if (ids->len + count_ids (active) > BRIGHTPEARL_ID_SET_SIZE && ids->len > 0)
        break;
      g_queue_pop_head (&flow->reads);
      g_ptr_array_add (actives, active);
      for (guint i = 0; i < active->link->parts->len; i++)
        {
          const BrightOrderPart *part = active->link->parts->pdata[i];

          if (part->sales_order_id > 0)
            g_array_append_val (ids, part->sales_order_id);
        }
    }
  return ids->len;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
read_sales_orders (BrightOrderFlow *flow)
{
  Reading *reading = reading_new (flow);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *set = NULL;

  fill_id_set (flow, reading->actives, ids);
  g_array_sort (ids, compare_ids);
  set = brightpearl_format_id_set (ids, 0, ids->len);
  brightpearl_client_read_sales_orders_async (flow->sync->brightpearl, set,
                                              flow->sync->cancellable, sales_orders_read_cb,
                                              reading);
}

static void
contacts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) contacts
      = brightpearl_client_read_mirror_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (contacts != NULL)
    bright_mirrors_keep (reading->flow->sync, bright_order_flow_get_batch (reading->flow),
                         BRIGHTPEARL_MIRROR_CONTACTS, contacts);
  finish (reading, error);
}

static void
read_contacts (BrightOrderFlow *flow)
{
  Reading *reading = reading_new (flow);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *set = NULL;

  while (flow->contacts.length > 0 && ids->len < BRIGHTPEARL_ID_SET_SIZE)
    {
      BrightActiveOrder *active = g_queue_pop_head (&flow->contacts);
      const BrightpearlContact *contact;

      g_ptr_array_add (reading->actives, active);
      if (bright_world_find_contact (flow->sync->world, active->order->billing_address->email,
                                     &contact)
          == BRIGHT_CONTACT_FOUND)
        g_array_append_val (ids, contact->id);
    }
  g_array_sort (ids, compare_ids);
  set = brightpearl_format_id_set (ids, 0, ids->len);
  brightpearl_client_read_mirror_async (flow->sync->brightpearl, BRIGHTPEARL_MIRROR_CONTACTS, set,
                                        flow->sync->cancellable, contacts_read_cb, reading);
}

static void
describe_short_row (const BrightpearlRow *row, GHashTable *reserved, GString *text)
{
  const gint64 *units = g_hash_table_lookup (reserved, &row->id);
  gint64 have = units != NULL ? *units / BRIGHT_MONEY_UNIT : 0;
  gint64 want = row->quantity / BRIGHT_MONEY_UNIT;

  if (have < want)
    g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                            text->len > 0 ? ", " : "", row->sku[0] != '\0' ? row->sku : row->name,
                            have, want);
}

static void
reservation_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  BrightOrderFlow *flow = reading->flow;
  BrightActiveOrder *active = reading->actives->pdata[0];
  BrightOrderPart *part = active->link->parts->pdata[reading->part];
  const BrightpearlSalesOrder *sales_order = active->sales_orders->pdata[reading->part];
  GError *error = NULL;
  g_autoptr (GHashTable) reserved = brightpearl_client_read_reservation_finish (
      BRIGHTPEARL_CLIENT (source), result, &error);
  g_autoptr (GString) short_rows = g_string_new (NULL);
  g_autofree char *what = NULL;

  if (reserved == NULL)
    {
      finish (reading, error);
      return;
    }
  part->reserved = 0;
  part->wanted = 0;
  for (guint i = 0; i < sales_order->rows->len; i++)
    {
      const BrightpearlRow *row = sales_order->rows->pdata[i];
      const gint64 *units = g_hash_table_lookup (reserved, &row->id);
      const BrightpearlProduct *product
          = bright_world_get_product (flow->sync->world, row->product_id);

      if (row->product_id == BRIGHTPEARL_FREE_TEXT_PRODUCT || row->is_bundle_parent
          || (product != NULL && !product->is_stock_tracked))
        continue;
      part->reserved += units != NULL ? *units / BRIGHT_MONEY_UNIT : 0;
      part->wanted += row->quantity / BRIGHT_MONEY_UNIT;
      describe_short_row (row, reserved, short_rows);
    }
  bright_stock_note_missing (part, sales_order, reserved, flow->sync->world);
  g_free (part->reservation);
  part->reservation = g_strdup ("part");
  what = g_strdup_printf (_ ("Stock is short: %" PRId64 " of %" PRId64 " units are reserved (%s)."),
                          part->reserved, part->wanted, short_rows->str);
  bright_active_order_tell (active, flow->sync, bright_order_flow_get_batch (flow), what,
                            "stock-short");
  bright_active_order_keep (active, bright_order_flow_get_batch (flow));
  finish (reading, NULL);
}

static void
read_reservation (BrightOrderFlow *flow, BrightActiveOrder *active, guint part)
{
  Reading *reading = reading_new (flow);

  g_ptr_array_add (reading->actives, active);
  reading->part = part;
  brightpearl_client_read_reservation_async (
      flow->sync->brightpearl,
      ((BrightOrderPart *) active->link->parts->pdata[part])->sales_order_id,
      flow->sync->cancellable, reservation_read_cb, reading);
}

void
bright_order_flow_need (BrightOrderFlow *flow,
                        BrightActiveOrder *active,
                        const BrightDecision *decision)
{
  active->busy = TRUE;
  switch (decision->need)
    {
    case BRIGHT_NEED_MIRRORS:
      for (guint i = 0; i < BRIGHTPEARL_N_MIRRORS; i++)
        flow->levels[i] |= decision->levels[i];
      g_queue_push_tail (&flow->refresh, active);
      break;
    case BRIGHT_NEED_SALES_ORDERS:
      g_queue_push_tail (&flow->reads, active);
      break;
    case BRIGHT_NEED_CONTACT:
      g_queue_push_tail (&flow->contacts, active);
      break;
    case BRIGHT_NEED_FACT:
      g_queue_push_tail (&flow->facts[decision->fact], active);
      break;
    case BRIGHT_NEED_RESERVATION:
    default:
      read_reservation (flow, active, decision->part);
      break;
    }
}

void
bright_order_flow_read (BrightOrderFlow *flow, gboolean partial)
{
  if (flow->refresh.length > 0 && !flow->is_refreshing && !flow->is_loading)
    refresh (flow);
  while (flow->reads.length >= (partial ? 1 : BRIGHTPEARL_ID_SET_SIZE))
    read_sales_orders (flow);
  while (flow->contacts.length >= (partial ? 1 : BRIGHTPEARL_ID_SET_SIZE))
    read_contacts (flow);
  bright_order_flow_read_facts (flow, partial);
}
