/* The born-orders flow: what is kept about a sales order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-born-orders-run.h"
#include "bright-step-private.h"

#include <glib/gi18n.h>

static char *
format_checkpoint (gint64 sales_order_id)
{
  return g_strdup_printf (BRIGHT_CHECKPOINT_BORN_ORDER "%" G_GINT64_FORMAT, sales_order_id);
}

gboolean
bright_born_orders_is_made (const BrightSync *sync, gint64 sales_order_id)
{
  g_autofree char *name = format_checkpoint (sales_order_id);

  return bright_sync_get_checkpoint_number (sync, name) != 0;
}

gboolean
bright_born_orders_made (const BrightSync *sync, const BigcommerceOrder *order)
{
  g_autofree char *name = NULL;
  const char *value;

  if (order->external_order_id[0] == '\0')
    return FALSE;
  name = g_strconcat (BRIGHT_CHECKPOINT_BORN_ORDER, order->external_order_id, NULL);
  value = bright_sync_get_checkpoint (sync, name);
  if (g_strcmp0 (value, BRIGHT_BORN_ORDER_SENT) == 0)
    return TRUE;
  return value != NULL && g_ascii_strtoll (value, NULL, 10) == order->id;
}

gboolean
bright_born_orders_must_wait (const BrightBornRun *run)
{
  const BrightSubject *listed = g_hash_table_lookup (run->listed, run->subject);

  return listed != NULL && listed->retry_at > bright_clock_get_seconds (run->sync->clock)
         && !run->sync->retry_all
         && !bright_sync_is_approved (run->sync, "orders", run->subject);
}

static void
set_text (char **field, const char *text)
{
  bright_step_set_text (field, g_strdup (text != NULL ? text : ""));
}

static BrightSubject *
make_subject (const BrightBornRun *run, const BrightVerdict *verdict)
{
  const BrightpearlSalesOrder *sales_order = run->current;
  BrightSubject *subject = bright_record_new (&bright_subject_type);

  set_text (&subject->subject, run->subject);
  set_text (&subject->flow, BRIGHT_FLOW_BORN_ORDERS);
  subject->number = sales_order->id;
  subject->amount = sales_order->total_gross;
  subject->placed_at = sales_order->placed_on;
  subject->changed_at = bright_clock_get_seconds (run->sync->clock);
  set_text (&subject->currency, sales_order->currency);
  if (sales_order->billing_address != NULL)
    {
      set_text (&subject->title, sales_order->billing_address->full_name);
      set_text (&subject->email, sales_order->billing_address->email);
    }
  set_text (&subject->state, verdict->state);
  set_text (&subject->code, verdict->code);
  set_text (&subject->setting, verdict->setting);
  set_text (&subject->message, verdict->message);
  subject->attention = verdict->attention;
  subject->retry_at = verdict->retry_at;
  return subject;
}

void
bright_born_orders_tell (const BrightBornRun *run,
                         BrightJournalBatch *batch,
                         const char *what,
                         const char *detail)
{
  bright_journal_batch_add_activity (batch, run->subject,
                                     bright_clock_get_seconds (run->sync->clock), what, detail);
}

void
bright_born_orders_set_checkpoint (const BrightBornRun *run,
                                   BrightJournalBatch *batch,
                                   const char *value)
{
  g_autofree char *name = format_checkpoint (run->current->id);

  bright_sync_set_checkpoint (run->sync, batch, name, value);
}

void
bright_born_orders_settle (BrightBornRun *run,
                           BrightJournalBatch *batch,
                           const BrightVerdict *verdict)
{
  g_autoptr (BrightSubject) subject = make_subject (run, verdict);
  const BrightSubject *listed = g_hash_table_lookup (run->listed, run->subject);

  if (run->sync->plan_only)
    {
      g_ptr_array_add (run->sync->planned, g_steal_pointer (&subject));
      return;
    }
  if (listed == NULL || g_strcmp0 (listed->message, subject->message) != 0)
    bright_born_orders_tell (run, batch, subject->message, subject->code);
  bright_journal_batch_put_subject (batch, subject);
  g_hash_table_remove (run->listed, run->subject);
}

void
bright_born_orders_release_listed (BrightBornRun *run, BrightJournalBatch *batch)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->listed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrightSubject *subject = value;

      if (!g_hash_table_contains (run->sync->born_unwanted, &subject->number))
        continue;
      set_text (&subject->state, "filtered");
      set_text (&subject->code, "status");
      set_text (&subject->setting, "orders.brightpearl-statuses");
      set_text (&subject->message, _ ("The sales order is not for the store any more."));
      subject->attention = FALSE;
      bright_journal_batch_put_subject (batch, subject);
    }
}
