/* What the files of the orders flow share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-flows.h"

G_BEGIN_DECLS

/**
 * BrightOrderFlow:
 * @sync: what all flows share
 * @task: (unowned): owns this
 * @work: numbers of the orders to decide, ascending (element-type gint64)
 * @next_work: the first one that was not loaded yet
 * @is_loading: orders are being loaded from the journal
 * @active: the working set: order id -> BrightActiveOrder
 * @waiting: subject -> orders that wait for it to get further
 * @ready: (unowned elements): orders to be decided
 * @reads: (unowned elements): orders whose sales orders are to be read
 * @contacts: (unowned elements): orders whose contact is to be read
 * @facts: (unowned elements): orders that wait for a fact, by BrightOrderFact
 * @refresh: (unowned elements): orders that wait for fresh mirrors
 * @levels: how fresh they must be
 * @is_refreshing: mirrors are being brought up to date
 * @batch: (nullable): what is to be committed next
 * @under_way: reads and loads that were started and did not end yet
 * @steps: steps that were submitted and have no outcome yet
 * @commits: commits that did not end yet
 * @pump_id: source id, 0 if none
 * @error: (nullable): what stops the flow
 * @is_saved: the list of what is undecided was brought up to date at the end
 * @is_finished: the task has returned
 *
 * The state of one run of the flow.
 */
typedef struct
{
  BrightSync *sync;
  GTask *task;
  GArray *work;
  guint next_work;
  gboolean is_loading;
  GHashTable *active;
  GHashTable *waiting;
  GQueue ready;
  GQueue reads;
  GQueue contacts;
  GQueue facts[BRIGHT_N_ORDER_FACTS];
  GQueue refresh;
  BrightFreshness levels[BRIGHTPEARL_N_MIRRORS];
  gboolean is_refreshing;
  BrightJournalBatch *batch;
  guint under_way;
  guint steps;
  guint commits;
  guint pump_id;
  GError *error;
  gboolean is_saved;
  gboolean is_finished;
  void (*progress) (gpointer user_data);
  gpointer progress_data;
} BrightOrderFlow;

void bright_order_flow_free (gpointer flow);

/* Stops the flow once what is under way has ended; takes @error. */
void bright_order_flow_fail (BrightOrderFlow *flow, GError *error);

/* Decides the order again soon. */
void bright_order_flow_make_ready (BrightOrderFlow *flow, BrightActiveOrder *active);

/* Looks soon at what can be started. */
void bright_order_flow_schedule (BrightOrderFlow *flow);

/* The batch that is committed next. */
BrightJournalBatch *bright_order_flow_get_batch (BrightOrderFlow *flow);

/* Whether a subject is in the working set. */
gboolean bright_order_flow_is_active (BrightOrderFlow *flow, const char *subject);

/* Loads up to @count more orders into the working set: bright-order-flow-load.c */
void bright_order_flow_load (BrightOrderFlow *flow, guint count);

/* Notes what an order needs to have read: bright-order-flow-read.c */
void bright_order_flow_need (BrightOrderFlow *flow,
                             BrightActiveOrder *active,
                             const BrightDecision *decision);

/* Sends the reads that fill an id set, or all if @partial. */
void bright_order_flow_read (BrightOrderFlow *flow, gboolean partial);

/* Sends the reads of facts that fill their batch, or all if @partial:
 * bright-order-flow-facts.c */
void bright_order_flow_read_facts (BrightOrderFlow *flow, gboolean partial);

/* Loads the facts of orders of the working set from the journal, then calls @ended with an
 * error or NULL. */
void bright_order_flow_load_facts (BrightOrderFlow *flow,
                                   GPtrArray *actives,
                                   void (*ended) (gpointer user_data, GError *error),
                                   gpointer user_data);

/* Whether enough is known of a step's products to pretend that it was done; if not, they are
 * read and the order is decided again. */
gboolean bright_order_flow_know_products (BrightOrderFlow *flow,
                                          BrightActiveOrder *active,
                                          const BrightStep *step);

/* Applies a decision that changes only what is known: bright-order-flow-learn.c */
void bright_order_flow_learn (BrightOrderFlow *flow,
                              BrightActiveOrder *active,
                              const BrightDecision *decision);

G_END_DECLS
