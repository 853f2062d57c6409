/* What the files of the born-orders flow share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-born-orders.h"
#include "bright-sync.h"

G_BEGIN_DECLS

/**
 * BrightBornRun:
 * @sync: what all flows share
 * @ids: (element-type gint64): sales orders that may be wanted
 * @offset: the first one that was not read yet
 * @wanted: (element-type BrightpearlSalesOrder): those that the store should have
 * @listed: subjects that need a person: name -> BrightSubject
 * @products: what the store sells: SKU -> BrightBornProduct
 * @current: (nullable): the sales order that is being brought over
 * @subject: (nullable): its name
 * @by_name: its products are named by words alone, for the store refused them otherwise
 * @lost: how often the answer about it was lost
 *
 * The state of one run of the flow.
 */
typedef struct
{
  BrightSync *sync;
  GArray *ids;
  guint offset;
  GPtrArray *wanted;
  GHashTable *listed;
  GHashTable *products;
  BrightpearlSalesOrder *current;
  char *subject;
  gboolean by_name;
  guint lost;
} BrightBornRun;

/* Brings one wanted sales order after another over; takes @task, whose data is the run:
 * bright-born-orders-do.c */
void bright_born_orders_do (GTask *task);

/* ---- What is kept: bright-born-orders-keep.c ---- */

/* Whether the store has an order for it already. */
gboolean bright_born_orders_is_made (const BrightSync *sync, gint64 sales_order_id);

/* Whether we made this order of the store from a sales order, or were about to. */
gboolean bright_born_orders_made (const BrightSync *sync, const BigcommerceOrder *order);

/* Whether the present sales order was refused a short while ago. */
gboolean bright_born_orders_must_wait (const BrightBornRun *run);

/* Keeps how far the present sales order has come: "sent", then the store order's number. */
void bright_born_orders_set_checkpoint (const BrightBornRun *run,
                                        BrightJournalBatch *batch,
                                        const char *value);

/* Adds to its timeline. */
void bright_born_orders_tell (const BrightBornRun *run,
                              BrightJournalBatch *batch,
                              const char *what,
                              const char *detail);

/* Keeps where it is and why; in a plan only shows it. */
void bright_born_orders_settle (BrightBornRun *run,
                                BrightJournalBatch *batch,
                                const BrightVerdict *verdict);

/* What needed a person and is not wanted any more needs nobody; the others are as they were. */
void bright_born_orders_release_listed (BrightBornRun *run, BrightJournalBatch *batch);

G_END_DECLS
