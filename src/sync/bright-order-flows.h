/* The flows of a linked order: statuses, notes, shipments, payments, refunds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each flow is one row of a table: a decide-function, the steps that it makes
 * with what their outcomes mean, what it has to read, and how it discovers
 * what changed. The working set, the dispatcher and the journal are shared.
 */
#pragma once

#include "bright-order-active.h"
#include "bright-order-facts.h"

G_BEGIN_DECLS

/**
 * BrightStepApplication:
 * @active: the order
 * @sync: what all flows share
 * @batch: what is committed with it
 * @step: the step
 * @part: the part that it was for
 * @id: what the platform made; 0 if it told none
 * @response: (nullable): what the platform answered
 * @error: (nullable): why it was not done
 *
 * An outcome that is being applied to an order.
 */
typedef struct
{
  BrightActiveOrder *active;
  BrightSync *sync;
  BrightJournalBatch *batch;
  const BrightStep *step;
  guint part;
  gint64 id;
  JsonNode *response;
  const GError *error;
} BrightStepApplication;

/**
 * BrightStepKind:
 * @kind: the kind of step; %NULL ends a table
 * @done: what it means that it was done; also called on paper
 * @refused: (nullable): what it means that it was refused; %NULL to keep the refusal and show it
 * @unknown: (nullable): what it means that no answer came; %NULL to read the sales orders again
 *
 * What the outcomes of a kind of step mean.
 */
typedef struct
{
  const char *kind;
  void (*done) (BrightStepApplication *application);
  void (*refused) (BrightStepApplication *application);
  void (*unknown) (BrightStepApplication *application);
} BrightStepKind;

/**
 * BrightOrderFactKind:
 * @kind: the kind of fact in the journal
 * @type: its record, which begins with the order's number
 * @batch: how many orders one read covers
 * @read_async: reads the facts of orders (element-type BrightActiveOrder) from a platform
 * @read_finish: (transfer full) (nullable): the records, one for each order that was asked for
 *
 * How a kind of fact is kept and read.
 */
typedef struct
{
  const char *kind;
  const BrightRecordType *type;
  guint batch;
  void (*read_async) (BrightSync *sync,
                      GPtrArray *actives,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  GPtrArray *(*read_finish) (GAsyncResult *result, GError **error);
} BrightOrderFactKind;

/**
 * BrightFlow:
 * @name: as it is called in plans and approvals
 * @is_enabled: whether the settings want it
 * @decide: (nullable): what is to be done next for a linked order; %NULL for nothing. A
 *   settled decision is a hold that does not keep other flows from going on
 * @kinds: its steps
 * @discover_async: (nullable): looks for what changed, stores facts by order and asks for the
 *   orders concerned to be decided
 * @discover_finish: (nullable): its end
 *
 * A flow.
 */
typedef struct
{
  const char *name;
  gboolean (*is_enabled) (const BrightSettingsSnapshot *settings);
  BrightDecision *(*decide) (const BrightOrderCase *order_case);
  const BrightStepKind *kinds;
  void (*discover_async) (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*discover_finish) (GAsyncResult *result, GError **error);
} BrightFlow;

extern const BrightFlow bright_status_flow;
extern const BrightFlow bright_notes_flow;
extern const BrightFlow bright_shipments_flow;
extern const BrightFlow bright_payments_flow;
extern const BrightFlow bright_refunds_flow;

extern const BrightFlow bright_born_orders_flow;
extern const BrightFlow bright_stock_flow;

/* All flows in the order in which they are decided; ended by NULL. */
extern const BrightFlow *const bright_flows[];

/* Flows with subjects of their own, which discover, decide and do by themselves after all orders
 * were brought over; ended by NULL. */
extern const BrightFlow *const bright_late_flows[];

/* The steps of the orders flow itself. */
extern const BrightStepKind bright_order_kinds[];

/* How the kinds of facts are kept and read, by BrightOrderFact; a row without a kind is not
 * read yet. */
extern const BrightOrderFactKind bright_order_fact_kinds[BRIGHT_N_ORDER_FACTS];

/* The kind of step, whichever flow makes it; NULL if none does. */
const BrightStepKind *bright_flows_find_kind (const char *kind);

/* What the flows of a linked order want; NULL if all is in step. */
BrightDecision *bright_flows_decide (const BrightOrderCase *order_case);

/* A step that was refused before is a hold, not a step; takes and gives a decision. */
BrightDecision *bright_flows_refuse_repetition (const BrightOrderCase *order_case,
                                                BrightDecision *decision);

/* A decision that a fact must be read before anything can be decided. */
BrightDecision *bright_decision_need_fact (BrightOrderFact fact);

/* The fact, or NULL while it must be read. */
gconstpointer bright_order_case_get_fact (const BrightOrderCase *order_case, BrightOrderFact fact);

/* Asks for a fact to be read again before it is decided on. */
void bright_order_link_forget_fact (BrightOrderLink *link, BrightOrderFact fact);

G_END_DECLS
