/* What the files of the shipments flow share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-flows.h"
#include "bright-shipment-items.h"
#include "bright-shipments.h"

G_BEGIN_DECLS

#define BRIGHT_STEP_CREATE_SHIPMENT "create-shipment"
#define BRIGHT_STEP_UPDATE_SHIPMENT "update-shipment"
#define BRIGHT_STEP_SET_SHIPPED_STATUS "set-shipped-status"

/** BRIGHT_STATUS_SHIPPED: the store's status of an order that has left as a whole. */
#define BRIGHT_STATUS_SHIPPED 2
/** BRIGHT_STATUS_PARTLY_SHIPPED: the store's status of one of which some has left. */
#define BRIGHT_STATUS_PARTLY_SHIPPED 3

/* ---- Steps and what their outcomes mean: bright-shipment-steps.c ---- */

/**
 * BrightShipmentWords:
 * @tracking: the tracking number, as the store takes it
 * @is_cut: not all of the references fit into it
 * @reference: what Brightpearl has
 * @method_id: Brightpearl's shipping method; 0 for none
 *
 * How something travels.
 */
typedef struct
{
  const char *tracking;
  gboolean is_cut;
  const char *reference;
  gint64 method_id;
} BrightShipmentWords;

/* POST /v2/orders/{id}/shipments. */
BrightStep *bright_shipment_step_create (const BrightOrderCase *order_case,
                                         const BrightShipmentEntry *entry,
                                         const BrightShipmentPlan *plan,
                                         const BrightShipmentWords *words);

/* PUT /v2/orders/{id}/shipments/{shipment}, for a tracking number that came later. */
BrightStep *bright_shipment_step_update (const BrightOrderCase *order_case,
                                         const BrightShipmentEntry *entry,
                                         const BrightShipmentWords *words);

/* PUT /v2/orders/{id} with Shipped or Partially Shipped, for a store that did not move by
 * itself. */
BrightStep *bright_shipment_step_set_status (const BrightOrderCase *order_case, gint64 status_id);

extern const BrightStepKind bright_shipment_kinds[];

/* ---- What changes what is kept: bright-shipment-learn.c ---- */

/* What is kept of shipments; made if there is nothing. */
BrightShipments *bright_order_link_get_shipments (BrightOrderLink *link);

/* The note or sales order of @entry is done with a shipment that is there already. */
BrightDecision *bright_shipment_adopt (const BrightShipmentEntry *entry,
                                       const BigcommerceShipment *shipment);

/* Nothing is to be shipped for @entry; takes @learned. */
BrightDecision *bright_shipment_skip (const BrightShipmentEntry *entry, char *learned);

/* A person has seen that the note of @entry was taken back. */
BrightDecision *bright_shipment_settle_reversal (const BrightShipmentEntry *entry);

/* The store's status was looked at. */
BrightDecision *bright_shipment_note_looked (void);

/* Which status the sales orders are in: NULL if that is known. With the first look at a sales
 * order nothing is due. */
BrightDecision *bright_shipment_watch (const BrightOrderCase *order_case);

/* All that was due for a sales order that entered the status was done. */
BrightDecision *bright_shipment_settle_due (const BrightShipmentWatch *watch);

/* ---- Decide: bright-shipments-decide.c ---- */

BrightDecision *bright_shipments_decide (const BrightOrderCase *order_case);

/* Did the store move the order by itself? bright-shipment-checks.c */
BrightDecision *bright_shipment_look_at_status (const BrightOrderCase *order_case);

/* Was a note that was sent taken back? @notes may be NULL. bright-shipment-checks.c */
BrightDecision *bright_shipment_check_reversals (const BrightOrderCase *order_case,
                                                 const BrightpearlGoodsNotes *notes);

/* ---- Facts: bright-shipment-facts.c ---- */

/* Sales orders that fit into one read of notes. */
#define BRIGHT_GOODS_OUT_BATCH 200

/* How far sales orders were shipped, in a form that changes when it may have got further. */
char *bright_goods_notes_describe_seen (GPtrArray *sales_orders);

void bright_goods_notes_read_async (BrightSync *sync,
                                    GPtrArray *actives,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *bright_goods_notes_read_finish (GAsyncResult *result, GError **error);

void bright_shipments_read_async (BrightSync *sync,
                                  GPtrArray *actives,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *bright_shipments_read_finish (GAsyncResult *result, GError **error);

/* ---- Notes that may still change without a trace: bright-shipment-recent.c ---- */

/* Remembers the orders whose notes were read (element-type BrightpearlGoodsNotes), if they were
 * shipped of late. */
void bright_recent_notes_remember (BrightSync *sync, BrightJournalBatch *batch, GPtrArray *records);

/* The numbers of the orders whose notes are to be read again (element-type gint64): a tracking
 * number may come for 30 days; forgets those that are too old. */
GArray *bright_recent_notes_list (BrightSync *sync, BrightJournalBatch *batch);

/* ---- Discover: bright-shipments-discover.c ---- */

void bright_shipments_discover_async (BrightSync *sync,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean bright_shipments_discover_finish (GAsyncResult *result, GError **error);

G_END_DECLS
