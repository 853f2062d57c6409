/* An order that is being decided and done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-born-orders-run.h"
#include "bright-order-flows.h"
#include "bright-stock-orders.h"

#include <glib/gi18n.h>
#include <string.h>

/* When an order that was refused is tried again: doubled each time, to a day. */
#define FIRST_RETRY_SECONDS 900
#define LAST_RETRY_SECONDS 86400

static void
set_text (char **field, const char *text)
{
  g_autofree char *old = *field;

  *field = g_strdup (text != NULL ? text : "");
}

static void
describe (BrightSubject *subject, const BigcommerceOrder *order)
{
  const BigcommerceAddress *billing = order->billing_address;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  name = g_strdup_printf ("order %" G_GINT64_FORMAT, order->id);
  set_text (&subject->subject, name);
  set_text (&subject->flow, "orders");
  subject->number = order->id;
  subject->amount = order->total_inc_tax;
  subject->placed_at = order->date_created;
  set_text (&subject->currency, order->currency);
  if (billing == NULL)
    return;
  title = g_strdup_printf ("%s %s", billing->first_name, billing->last_name);
  set_text (&subject->title, g_strstrip (title));
  set_text (&subject->email, billing->email);
}

BrightActiveOrder *
bright_active_order_new (BrightSync *sync,
                         BigcommerceOrder *order,
                         BrightSubject *subject,
                         GError **error)
{
  g_autoptr (BrightActiveOrder) active = g_new0 (BrightActiveOrder, 1);

  active->order = order;
  active->is_new = subject == NULL;
  active->subject = subject != NULL ? subject : bright_record_new (&bright_subject_type);
  active->content = bright_record_digest (&bigcommerce_order_content_type, order);
  active->sales_orders = g_ptr_array_new ();
  active->original_state = g_strdup (active->subject->state);
  if (active->subject->link[0] == '\0')
    active->link = bright_record_new (&bright_order_link_type);
  else
    active->link
        = bright_record_read_text (&bright_order_link_type, active->subject->link, error);
  if (active->link == NULL)
    return NULL;
  describe (active->subject, order);
  g_ptr_array_set_size (active->sales_orders, (int) active->link->parts->len);
  return g_steal_pointer (&active);
}

void
bright_active_order_free (BrightActiveOrder *active)
{
  if (active == NULL)
    return;
  for (guint i = 0; i < active->sales_orders->len; i++)
    brightpearl_sales_order_free (active->sales_orders->pdata[i]);
  g_ptr_array_unref (active->sales_orders);
  g_clear_pointer (&active->original_sales_orders, g_ptr_array_unref);
  bigcommerce_order_free (active->order);
  bright_subject_free (active->subject);
  bright_order_link_free (active->link);
  for (guint i = 0; i < BRIGHT_N_ORDER_FACTS; i++)
    bright_record_free (bright_order_fact_kinds[i].type, active->facts[i]);
  g_free (active->content);
  g_free (active->original_link);
  g_free (active->original_state);
  g_free (active);
}

void
bright_active_order_put_on_paper (BrightActiveOrder *active)
{
  if (active->on_paper)
    return;
  active->original_link = bright_record_to_string (&bright_order_link_type, active->link);
  active->original_sales_orders
      = g_ptr_array_new_with_free_func ((GDestroyNotify) brightpearl_sales_order_free);
  for (guint i = 0; i < active->sales_orders->len; i++)
    g_ptr_array_add (active->original_sales_orders,
                     active->sales_orders->pdata[i] != NULL
                         ? bright_record_copy (&brightpearl_sales_order_type,
                                               active->sales_orders->pdata[i])
                         : NULL);
  active->on_paper = TRUE;
}

void
bright_order_link_set_parts (BrightOrderLink *link, guint n_parts)
{
  while (link->parts->len < n_parts)
    {
      BrightOrderPart *part = bright_record_new (&bright_order_part_type);

      part->suffix = link->parts->len + 1;
      g_ptr_array_add (link->parts, part);
    }
}

void
bright_active_order_set_parts (BrightActiveOrder *active, guint n_parts)
{
  bright_order_link_set_parts (active->link, n_parts);
  if (active->sales_orders->len < active->link->parts->len)
    g_ptr_array_set_size (active->sales_orders, (int) active->link->parts->len);
}

void
bright_active_order_take_sales_order (BrightActiveOrder *active,
                                      guint part,
                                      BrightpearlSalesOrder *sales_order)
{
  BrightOrderPart *kept = active->link->parts->pdata[part];

  kept->is_stale = FALSE;
  brightpearl_sales_order_free (active->sales_orders->pdata[part]);
  active->sales_orders->pdata[part] = sales_order;
}

void
bright_active_order_get_case (BrightActiveOrder *active,
                              BrightSync *sync,
                              BrightOrderCase *order_case)
{
  order_case->subject = active->subject->subject;
  order_case->order = active->order;
  order_case->content = active->content;
  order_case->link = active->link;
  order_case->sales_orders = active->sales_orders;
  for (guint i = 0; i < BRIGHT_N_ORDER_FACTS; i++)
    order_case->facts[i] = active->facts[i];
  order_case->is_born_in_brightpearl = bright_born_orders_made (sync, active->order);
  order_case->settings = sync->settings;
  order_case->world = sync->world;
  memcpy (order_case->freshness, sync->freshness, sizeof order_case->freshness);
  order_case->previous_code
      = strcmp (active->original_state, "held") == 0 ? active->subject->code : "";
  order_case->listed_code = active->subject->code;
  order_case->approved = bright_sync_is_approved (sync, "orders", active->subject->subject);
  order_case->now = bright_clock_get_seconds (sync->clock);
}

void
bright_active_order_keep (BrightActiveOrder *active, BrightJournalBatch *batch)
{
  g_autofree char *link = NULL;

  if (active->on_paper)
    return;
  link = bright_record_to_string (&bright_order_link_type, active->link);
  set_text (&active->subject->link, link);
  bright_journal_batch_put_subject (batch, active->subject);
}

void
bright_active_order_tell (BrightActiveOrder *active,
                          BrightSync *sync,
                          BrightJournalBatch *batch,
                          const char *what,
                          const char *detail)
{
  if (!active->on_paper)
    bright_journal_batch_add_activity (batch, active->subject->subject,
                                       bright_clock_get_seconds (sync->clock), what, detail);
}

static gboolean
is_short_of_stock (const BrightActiveOrder *active)
{
  for (guint i = 0; i < active->link->parts->len; i++)
    {
      const BrightOrderPart *part = active->link->parts->pdata[i];

      if (strcmp (part->reservation, "part") == 0 || strcmp (part->reservation, "none") == 0)
        return TRUE;
    }
  return FALSE;
}

/* Every held order, and every one whose stock is short, is looked at again at each sync, since
 * one read serves them all; one that the platform refused, after a while that grows. */
static gint64
get_retry_time (const BrightActiveOrder *active, const BrightVerdict *verdict, gint64 now)
{
  gint64 delay = FIRST_RETRY_SECONDS;

  if (verdict->retry_at != 0)
    return verdict->retry_at;
  if (strcmp (verdict->state, "linked") == 0 && !verdict->attention)
    return is_short_of_stock (active) ? now : 0;
  if (!verdict->attention)
    return 0;
  if (active->link->refusals->len == 0)
    return now;
  /* What cannot be cancelled stays so until something about it changes. */
  if (strcmp (verdict->code, "order-cancelled-late") == 0)
    return 0;
  for (gint64 i = 0; i < active->subject->attempts && delay < LAST_RETRY_SECONDS; i++)
    delay *= 2;
  return now + MIN (delay, LAST_RETRY_SECONDS);
}

static void
count (BrightActiveOrder *active, BrightSync *sync)
{
  BrightSyncCounts *counts = &sync->counts;

  if (active->on_paper && active->steps > 0)
    return;
  if (active->created)
    counts->orders_created++;
  else if (active->adopted)
    counts->orders_adopted++;
  else if (active->updated)
    counts->orders_updated++;
}

/* What would be done on paper is not done: the subject waits for approval as it was. */
static void
settle_on_paper (BrightActiveOrder *active, BrightSync *sync, BrightJournalBatch *batch)
{
  gboolean was_linked = strcmp (active->original_state, "linked") == 0;
  g_autofree char *message = g_strdup_printf (
      ngettext ("%u step waits for approval.", "%u steps wait for approval.", active->steps),
      active->steps);

  set_text (&active->subject->link, active->original_link);
  set_text (&active->subject->state, was_linked ? "changed" : "waiting");
  set_text (&active->subject->code, "approval");
  set_text (&active->subject->setting, "schedule.mode");
  set_text (&active->subject->message, message);
  active->subject->attention = FALSE;
  active->subject->retry_at = bright_clock_get_seconds (sync->clock);
  bright_journal_batch_put_subject (batch, active->subject);
}

static void
set_verdict (BrightSubject *subject, const BrightVerdict *verdict)
{
  set_text (&subject->state, verdict->state);
  set_text (&subject->code, verdict->code);
  set_text (&subject->setting, verdict->setting);
  set_text (&subject->message, verdict->message);
  subject->attention = verdict->attention;
}

/* While a flow is paused, nobody can tell whether what it held an order for is over. */
static gboolean
keeps_attention (const BrightSync *sync,
                 const BrightSubject *subject,
                 const BrightVerdict *verdict)
{
  return sync->left_out != 0 && subject->attention && !verdict->attention
         && strcmp (subject->state, "linked") == 0 && strcmp (verdict->state, "linked") == 0;
}

void
bright_active_order_settle (BrightActiveOrder *active,
                            BrightSync *sync,
                            BrightJournalBatch *batch,
                            const BrightVerdict *verdict)
{
  BrightSubject *subject = active->subject;
  gint64 now = bright_clock_get_seconds (sync->clock);
  gboolean keeps = keeps_attention (sync, subject, verdict);
  gboolean is_news;
  g_autofree char *link = NULL;

  count (active, sync);
  bright_stock_note_order (active, sync, batch, verdict);
  if (sync->plan_only)
    {
      if (!keeps)
        set_verdict (subject, verdict);
      g_ptr_array_add (sync->planned, bright_record_copy (&bright_subject_type, subject));
      return;
    }
  if (active->on_paper && active->steps > 0)
    {
      settle_on_paper (active, sync, batch);
      return;
    }
  is_news = !keeps
            && (strcmp (subject->state, verdict->state) != 0
                || strcmp (subject->message, verdict->message != NULL ? verdict->message : "")
                       != 0);
  subject->attempts = active->link->refusals->len > 0 ? subject->attempts + 1 : 0;
  subject->retry_at = get_retry_time (active, verdict, now);
  if (!keeps)
    set_verdict (subject, verdict);
  if (is_news)
    {
      subject->changed_at = now;
      bright_journal_batch_add_activity (batch, subject->subject, now, subject->message,
                                         subject->code);
    }
  link = bright_record_to_string (&bright_order_link_type, active->link);
  set_text (&subject->link, link);
  bright_journal_batch_put_subject (batch, subject);
}
