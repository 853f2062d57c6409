/* What the orders flow keeps about an order, and the case that is decided on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-order.h"
#include "bright-agreed-statuses.h"
#include "bright-decision.h"
#include "bright-notes.h"
#include "bright-order-facts.h"
#include "bright-payment-links.h"
#include "bright-settings.h"
#include "bright-shipments.h"
#include "bright-stock-units.h"
#include "bright-world.h"

G_BEGIN_DECLS

/**
 * BrightOrderPart:
 * @suffix: 1 for the first sales order of an order, 2, 3 ... for further addresses
 * @address_id: the store's delivery address that it is for; 0 for all
 * @sales_order_id: its sales order; 0 before it was made
 * @is_unknown: making it was tried and no answer came
 * @is_stale: the sales order must be read before it is decided on
 * @reservation: "" before it was asked for, then asked, full, part, none or not-needed
 * @reserved: units reserved, where @reservation is part
 * @wanted: units wanted, where @reservation is part
 * @retry_reservation: stock has come in, so it is worth asking again
 * @pushed: the digest of the store's content that was last written to it after it was made
 * @missing: (element-type BrightStockUnits): units of which products, where @reservation is part
 *
 * One sales order of an order.
 */
typedef struct
{
  gint64 suffix;
  gint64 address_id;
  gint64 sales_order_id;
  gboolean is_unknown;
  gboolean is_stale;
  char *reservation;
  gint64 reserved;
  gint64 wanted;
  gboolean retry_reservation;
  char *pushed;
  GPtrArray *missing;
} BrightOrderPart;

BRIGHT_DECLARE_RECORD (BrightOrderPart, bright_order_part)

/* A kind of step that a platform refused, with the platform's own words. */
typedef struct
{
  char *kind;
  char *message;
} BrightRefusal;

BRIGHT_DECLARE_RECORD (BrightRefusal, bright_refusal)

/**
 * BrightOrderLink:
 * @parts: (element-type BrightOrderPart): its sales orders; empty before any was planned
 * @address_id: the postal address made for a contact that is not made yet
 * @contact_is_settled: the contact was updated, or needs no update
 * @content: the digest of the store's content that the sales orders carry
 * @refusals: (element-type BrightRefusal): what a platform refused, one for each kind of step
 * @ignored: why a person said to leave it alone; "" if nobody did
 * @ignored_content: the store's content for which that was said
 * @is_deleted: the sales order was deleted in Brightpearl
 * @was_cancelled: the cancellation was carried over
 * @statuses: (nullable): the statuses last agreed on; %NULL before the first contact
 * @payments: (nullable): what was paid; see bright-payment-links.h
 * @refunds: (element-type BrightRefundLink): its refunds
 * @stale_facts: bits of BrightOrderFact: facts that must be read again
 * @stock: the digest of what the order means for stock, as the stock flow was told
 * @notes: (nullable): what is kept of its notes
 * @adopted_at: seconds since 1970, when it was linked to a sales order that was there already; 0 if
 *   none was
 * @shipments: (nullable): what is kept of its shipments
 *
 * What is kept about an order.
 */
typedef struct
{
  GPtrArray *parts;
  gint64 address_id;
  gboolean contact_is_settled;
  char *content;
  GPtrArray *refusals;
  char *ignored;
  char *ignored_content;
  gboolean is_deleted;
  gboolean was_cancelled;
  BrightAgreedStatuses *statuses;
  BrightPaymentsLink *payments;
  GPtrArray *refunds;
  gint64 stale_facts;
  char *stock;
  BrightNotes *notes;
  gint64 adopted_at;
  BrightShipments *shipments;
} BrightOrderLink;

BRIGHT_DECLARE_RECORD (BrightOrderLink, bright_order_link)

/**
 * BrightOrderCase:
 * @subject: e.g. `order 1042`
 * @order: the store's order
 * @content: the digest of its content
 * @link: what is kept about it
 * @sales_orders: the sales orders of its parts, by the same index; %NULL where not read
 * @facts: what else is known about it, by BrightOrderFact; %NULL where not read
 * @is_born_in_brightpearl: we made it in the store, from a sales order
 * @settings: the settings
 * @world: what is known of Brightpearl
 * @freshness: how fresh contacts, products and sales orders are in this sync
 * @previous_code: the code with which it was held before; "" for none
 * @listed_code: (nullable): the code that it was listed with before, whatever its state
 * @approved: a person approved what is to be done with it
 * @now: seconds since 1970
 *
 * Everything that the decision about an order depends on.
 */
typedef struct
{
  const char *subject;
  const BigcommerceOrder *order;
  const char *content;
  const BrightOrderLink *link;
  GPtrArray *sales_orders;
  gconstpointer facts[BRIGHT_N_ORDER_FACTS];
  gboolean is_born_in_brightpearl;
  const BrightSettingsSnapshot *settings;
  BrightWorld *world;
  BrightFreshness freshness[3];
  const char *previous_code;
  const char *listed_code;
  gboolean approved;
  gint64 now;
} BrightOrderCase;

/**
 * bright_order_decide:
 * @order_case: the case
 *
 * Decides what is to be done next with an order. Pure: the same case gives the
 * same decision, but for claims of e-mails in the world.
 *
 * Returns: (transfer full): the decision
 */
BrightDecision *bright_order_decide (const BrightOrderCase *order_case);

/* What a platform said when it refused a kind of step; NULL if it did not. */
const char *bright_order_link_get_refusal (const BrightOrderLink *link, const char *kind);

/* Notes a refusal, in place of an earlier one of the same kind. */
void bright_order_link_refuse (BrightOrderLink *link, const char *kind, const char *message);

/* Forgets the refusal of a kind of step, or all with @kind NULL. */
void bright_order_link_forgive (BrightOrderLink *link, const char *kind);

/* Parts of the decision, each in a file of its own. All return NULL to say that
 * nothing stands in the way. */

/* Is the order one that is to be synced? bright-order-filter.c */
BrightDecision *bright_order_filter (const BrightOrderCase *order_case);

/* Can it be told which contact it is for? bright-customer-decide.c */
BrightDecision *bright_customer_check (const BrightOrderCase *order_case);

/* Which contact is it for? Sets @contact_id where it returns NULL. bright-customer-decide.c */
BrightDecision *bright_customer_decide (const BrightOrderCase *order_case, gint64 *contact_id);

/* Is the stock of a part reserved? bright-reservation-decide.c */
BrightDecision *bright_reservation_decide (const BrightOrderCase *order_case, guint part);

/* Was it cancelled or edited in the store since? bright-order-edit.c */
BrightDecision *bright_order_decide_changes (const BrightOrderCase *order_case);

/* The sales order of a part, or NULL. */
const BrightpearlSalesOrder *bright_order_case_get_sales_order (const BrightOrderCase *order_case,
                                                                guint part);

G_END_DECLS
