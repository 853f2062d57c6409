/* The born-orders flow: bringing sales orders to the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One after another: what it needs is looked up, that it is about to be sent is
 * kept, the store is asked whether it has it already, and only then it is made.
 * After a lost answer the store is asked again.
 */
#include "bigcommerce-find.h"
#include "bright-born-orders-run.h"
#include "bright-step-private.h"

#include <glib/gi18n.h>

/* An order whose answer was lost may take a moment to show. */
#define SETTLE_SECONDS 2
/* An order whose answer is lost again and again is left for the next sync. */
#define MAXIMUM_LOST 20
/* When an order that was refused is tried again. */
#define RETRY_SECONDS 3600

static void bring_over (GTask *task);
static void ask_store (GTask *task);

/* ---- One after another ---- */

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    bright_born_orders_do (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Commits, and goes on with the next one; takes @task and @batch. */
static void
finish_one (GTask *task, BrightJournalBatch *batch)
{
  const BrightBornRun *run = g_task_get_task_data (task);

  bright_journal_commit_async (run->sync->journal, batch, NULL, committed_cb, task);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bright_born_orders_do (GTask *task)
{
  BrightBornRun *run = g_task_get_task_data (task);
  BrightJournalBatch *batch;

  while (run->wanted->len > 0)
    {
      brightpearl_sales_order_free (run->current);
      run->current = g_ptr_array_steal_index (run->wanted, 0);
      bright_step_set_text (&run->subject, bright_born_order_format_subject (run->current->id));
      if (bright_born_orders_must_wait (run))
        continue;
      run->by_name = FALSE;
      run->lost = 0;
      bring_over (task);
      return;
    }
  batch = bright_journal_batch_new ();
  if (!run->sync->plan_only)
    bright_born_orders_release_listed (run, batch);
  bright_journal_commit_async (run->sync->journal, batch, NULL, ended_cb, task);
}

/* ---- The store order ---- */

static void
made (GTask *task, gint64 order_id, BrightJournalBatch *batch, const char *what)
{
  BrightBornRun *run = g_task_get_task_data (task);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, order_id);
  g_autofree char *message = g_strdup_printf (_ ("It is order %s in the store."), number);
  const BrightVerdict verdict = { .state = "linked", .message = message };

  bright_journal_batch_put_link (batch, run->subject, "bigcommerce", "order", order_id);
  bright_born_orders_set_checkpoint (run, batch, number);
  bright_born_orders_tell (run, batch, what, number);
  bright_born_orders_settle (run, batch, &verdict);
  run->sync->counts.born_orders_created++;
  finish_one (task, batch);
}

static void
refused (GTask *task, BrightJournalBatch *batch, const GError *error)
{
  BrightBornRun *run = g_task_get_task_data (task);
  const BrightVerdict verdict = {
    .state = "held",
    .code = "refused-by-bigcommerce",
    .message = error->message,
    .attention = TRUE,
    .retry_at = bright_clock_get_seconds (run->sync->clock) + RETRY_SECONDS,
  };

  /* Products that are out of stock in the store are sold in Brightpearl all the same. */
  if (!run->by_name)
    {
      run->by_name = TRUE;
      bright_journal_commit_async (run->sync->journal, batch, NULL, NULL, NULL);
      bring_over (task);
      return;
    }
  bright_born_orders_settle (run, batch, &verdict);
  finish_one (task, batch);
}

static void
settled_cb (gpointer user_data)
{
  ask_store (user_data);
}

static void
lost (GTask *task, BrightJournalBatch *batch)
{
  BrightBornRun *run = g_task_get_task_data (task);

  bright_born_orders_tell (run, batch,
                           _ ("No answer came; it is checked before anything is sent again."), "");
  if (++run->lost > MAXIMUM_LOST)
    {
      finish_one (task, batch);
      return;
    }
  bright_journal_commit_async (run->sync->journal, batch, NULL, NULL, NULL);
  bright_clock_call_after (run->sync->clock, SETTLE_SECONDS * G_USEC_PER_SEC, settled_cb, task);
}

static void
outcome_cb (const BrightStep *step,
            gint64 intent,
            const BrightOutcome *outcome,
            gpointer user_data)
{
  static const char *const words[] = {
    [BRIGHT_OUTCOME_DONE] = "done",
    [BRIGHT_OUTCOME_REFUSED] = "refused",
    [BRIGHT_OUTCOME_UNKNOWN] = "lost",
    [BRIGHT_OUTCOME_UNSENT] = "unsent",
  };
  GTask *task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  BrightJournalBatch *batch = bright_journal_batch_new ();
  gint64 id = outcome->response != NULL ? bright_json_get_integer (outcome->response, "id", 0) : 0;

  bright_journal_batch_settle_intent (batch, intent, words[outcome->kind],
                                      outcome->error != NULL ? outcome->error->message : "",
                                      bright_clock_get_seconds (run->sync->clock));
  if (outcome->kind == BRIGHT_OUTCOME_DONE && id != 0)
    made (task, id, batch, step->summary);
  else if (outcome->kind == BRIGHT_OUTCOME_REFUSED)
    refused (task, batch, outcome->error);
  else if (outcome->kind != BRIGHT_OUTCOME_UNSENT)
    lost (task, batch);
  else
    {
      bright_journal_commit_async (run->sync->journal, batch, NULL, NULL, NULL);
      g_task_return_error (task, g_error_copy (outcome->error));
      g_object_unref (task);
    }
}

static BrightDecision *
decide (BrightBornRun *run, gboolean by_name)
{
  const BrightBornCase born_case = {
    .sales_order = run->current,
    .settings = run->sync->settings,
    .products = by_name ? NULL : run->products,
  };

  return bright_born_order_decide (&born_case);
}

static void
order_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  g_autoptr (BrightDecision) decision = NULL;
  gint64 order_id;
  GError *error = NULL;

  if (!bigcommerce_client_find_order_finish (BIGCOMMERCE_CLIENT (source), result, &order_id,
                                             &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (order_id != 0)
    {
      made (g_steal_pointer (&task), order_id, bright_journal_batch_new (),
            _ ("The store has an order for it already"));
      return;
    }
  decision = decide (run, run->by_name);
  bright_dispatcher_submit (run->sync->dispatcher, g_steal_pointer (&decision->step), outcome_cb,
                            g_steal_pointer (&task));
  bright_dispatcher_flush (run->sync->dispatcher);
}

/* Takes @task. */
static void
ask_store (GTask *task)
{
  const BrightBornRun *run = g_task_get_task_data (task);

  bigcommerce_client_find_order_async (run->sync->bigcommerce, run->current->id,
                                       run->sync->cancellable, order_found_cb, task);
}

static void
intention_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    ask_store (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
variant_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrightBornRun *run = g_task_get_task_data (task);
  const BrightBornCase born_case = { run->current, run->sync->settings, run->products };
  BrightBornProduct *product;
  GError *error = NULL;
  g_autoptr (BigcommerceVariant) variant
      = bigcommerce_client_find_variant_finish (BIGCOMMERCE_CLIENT (source), result, &error);

  if (variant == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  product = g_new0 (BrightBornProduct, 1);
  product->product_id = variant->product_id;
  product->variant_id = variant->id;
  g_hash_table_replace (run->products, g_strdup (bright_born_order_find_sku (&born_case)),
                        product);
  bring_over (g_steal_pointer (&task));
}

static void
nothing_to_do_on_paper (const BrightStep *step,
                        gint64 intent,
                        const BrightOutcome *outcome,
                        gpointer user_data)
{
}

/* Shows what would be done; takes @task. */
static void
show (GTask *task)
{
  BrightBornRun *run = g_task_get_task_data (task);
  BrightJournalBatch *batch = bright_journal_batch_new ();
  g_autoptr (BrightDecision) decision = decide (run, TRUE);

  if (decision->kind == BRIGHT_DECISION_STEP)
    bright_dispatcher_submit (run->sync->paper, g_steal_pointer (&decision->step),
                              nothing_to_do_on_paper, NULL);
  else
    bright_born_orders_settle (run, batch, &decision->verdict);
  finish_one (task, batch);
}

/* Takes @task. */
static void
bring_over (GTask *task)
{
  BrightBornRun *run = g_task_get_task_data (task);
  const BrightBornCase born_case
      = { run->current, run->sync->settings, run->by_name ? NULL : run->products };
  const char *sku = bright_born_order_find_sku (&born_case);
  const BrightVerdict sending
      = { .state = "waiting", .code = "sent", .message = (char *) _ ("It is being brought over.") };
  g_autoptr (BrightDecision) decision = NULL;
  BrightJournalBatch *batch;

  if (bright_sync_is_on_paper (run->sync, "orders", run->subject))
    {
      show (task);
      return;
    }
  if (sku != NULL)
    {
      bigcommerce_client_find_variant_async (run->sync->bigcommerce, sku, run->sync->cancellable,
                                             variant_found_cb, task);
      return;
    }
  batch = bright_journal_batch_new ();
  decision = decide (run, run->by_name);
  if (decision->kind != BRIGHT_DECISION_STEP)
    {
      bright_born_orders_settle (run, batch, &decision->verdict);
      finish_one (task, batch);
      return;
    }
  /* Kept before anything is sent, so that the order is known for ours when it comes back. */
  bright_born_orders_set_checkpoint (run, batch, BRIGHT_BORN_ORDER_SENT);
  bright_born_orders_settle (run, batch, &sending);
  bright_journal_commit_async (run->sync->journal, batch, NULL, intention_kept_cb, task);
}
