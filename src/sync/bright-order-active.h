/* An order that is being decided and done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-link.h"
#include "bright-sync.h"

G_BEGIN_DECLS

/**
 * BrightActiveOrder:
 * @order: the store's order
 * @content: the digest of its content
 * @subject: where it was and is
 * @link: what is kept about it
 * @sales_orders: the sales orders of its parts; %NULL where not read
 * @facts: what else is known about it, by BrightOrderFact; %NULL where not read
 * @original_link: what was kept about it before the first step on paper
 * @original_sales_orders: (nullable) (element-type BrightpearlSalesOrder): the sales orders
 *   before that step; %NULL where not read
 * @original_state: the state that it came with
 * @on_paper: nothing is written for it any more
 * @steps: how many steps it took in this sync
 * @created: a sales order was made for it in this sync
 * @updated: a sales order was changed for it in this sync
 * @adopted: it got a sales order that was there already
 * @busy: something is under way for it
 * @is_new: the journal had no subject for it
 *
 * An order in the working set of the flow.
 */
typedef struct
{
  BigcommerceOrder *order;
  char *content;
  BrightSubject *subject;
  BrightOrderLink *link;
  GPtrArray *sales_orders;
  gpointer facts[BRIGHT_N_ORDER_FACTS];
  char *original_link;
  GPtrArray *original_sales_orders;
  char *original_state;
  gboolean on_paper;
  guint steps;
  gboolean created;
  gboolean updated;
  gboolean adopted;
  gboolean busy;
  gboolean is_new;
} BrightActiveOrder;

/* Takes @order; @subject may be NULL for an order that is new; takes it too. */
BrightActiveOrder *bright_active_order_new (BrightSync *sync,
                                            BigcommerceOrder *order,
                                            BrightSubject *subject,
                                            GError **error);
void bright_active_order_free (BrightActiveOrder *active);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightActiveOrder, bright_active_order_free)

/* Goes on on paper: what is kept about the order stays as it is. */
void bright_active_order_put_on_paper (BrightActiveOrder *active);

/* Makes sure that the link has @n_parts parts. */
void bright_active_order_set_parts (BrightActiveOrder *active, guint n_parts);

/* Puts a sales order where it belongs; takes @sales_order. */
void bright_active_order_take_sales_order (BrightActiveOrder *active,
                                           guint part,
                                           BrightpearlSalesOrder *sales_order);

/* The case that is decided on; borrows everything. */
void bright_active_order_get_case (BrightActiveOrder *active,
                                   BrightSync *sync,
                                   BrightOrderCase *order_case);

/* Keeps the link in the journal, unless it is on paper. */
void bright_active_order_keep (BrightActiveOrder *active, BrightJournalBatch *batch);

/* Adds to the timeline, unless it is on paper. */
void bright_active_order_tell (BrightActiveOrder *active,
                               BrightSync *sync,
                               BrightJournalBatch *batch,
                               const char *what,
                               const char *detail);

/* Settles an order by its verdict and counts it. */
void bright_active_order_settle (BrightActiveOrder *active,
                                 BrightSync *sync,
                                 BrightJournalBatch *batch,
                                 const BrightVerdict *verdict);

/* What an outcome means for an order: bright-order-outcome.c. @part is the part that the step
 * was for. Returns FALSE with an error that stops the whole sync. */
gboolean bright_active_order_apply (BrightActiveOrder *active,
                                    BrightSync *sync,
                                    BrightJournalBatch *batch,
                                    const BrightStep *step,
                                    guint part,
                                    const BrightOutcome *outcome,
                                    GError **error);

/* What a lost answer means for an order, by the kind of the step and its key. */
void
bright_order_link_note_unknown (BrightOrderLink *link, const char *kind, const char *key);

/* Makes sure that a link has @n_parts parts. */
void bright_order_link_set_parts (BrightOrderLink *link, guint n_parts);

/* What a step would have made of a sales order, on paper: bright-paper.c. @sales_order is what
 * stands there, NULL for nothing. NULL if the step does not concern sales orders. */
BrightpearlSalesOrder *bright_paper_apply (BrightWorld *world,
                                           const BrightStep *step,
                                           gint64 id,
                                           const BrightpearlSalesOrder *sales_order);

G_END_DECLS
