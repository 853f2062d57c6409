/* What the window asks a sync service: choices, counts, health, one order whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here reads the journal, but for bright_sync_service_refresh_choices_async(),
 * which reads reference data of both platforms. Nothing is written on either. A service that was
 * started reads them by itself after a sync, once a day.
 */
#pragma once

#include "bright-choices.h"
#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * bright_sync_service_get_choices:
 * @self: the service
 *
 * Returns: (transfer none): what the settings offer; filled from the journal when the profile
 *   opens and after each sync that read it anew
 */
BrightChoices *bright_sync_service_get_choices (BrightSyncService *self);

/* Reads all choices of both platforms anew. Fails like a sync; what could be read is kept. */
void bright_sync_service_refresh_choices_async (BrightSyncService *self,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
gboolean bright_sync_service_refresh_choices_finish (BrightSyncService *self,
                                                     GAsyncResult *result,
                                                     GError **error);

/**
 * BrightSeen:
 * @kind: `bigcommerce-status` (value: its id), `payment-method` (value: the store's words),
 *   `tax-rate` (value: percent as a decimal), `shipping-method` (value: the store's words),
 *   `currency`, `guest` (value ""), `several-addresses` (value ""), `brightpearl-status` (value:
 *   its id, of linked sales orders)
 * @value: which
 * @orders: how many orders since go-live have it
 *
 * What the store's orders have, for the effect of a setting and for unmapped rows.
 */
typedef struct
{
  char *kind;
  char *value;
  guint orders;
} BrightSeen;

BRIGHT_DECLARE_RECORD (BrightSeen, bright_seen)

/* What the orders since go-live have (element-type BrightSeen), each kind by @orders, descending.
 */
void bright_sync_service_count_seen_async (BrightSyncService *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *bright_sync_service_count_seen_finish (BrightSyncService *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/**
 * BrightOrderCounts:
 * @total: all orders known
 * @linked, @filtered, @held, @waiting, @changed, @cancelled, @ignored: by state
 * @attention: those that need a person, whatever their state
 */
typedef struct
{
  guint total;
  guint linked;
  guint filtered;
  guint held;
  guint waiting;
  guint changed;
  guint cancelled;
  guint ignored;
  guint attention;
} BrightOrderCounts;

/* How many orders are where; @counts is filled by the finish function. */
void bright_sync_service_count_orders_async (BrightSyncService *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean bright_sync_service_count_orders_finish (BrightSyncService *self,
                                                  GAsyncResult *result,
                                                  BrightOrderCounts *counts,
                                                  GError **error);

/**
 * BrightDayCount:
 * @day: the day in the account's zone, e.g. `2026-11-20`
 * @linked: orders placed that day that are in Brightpearl and need nobody
 * @held: that are held, waiting or changed and need nobody
 * @attention: that need a person
 * @other: filtered, cancelled and ignored ones
 */
typedef struct
{
  char *day;
  guint linked;
  guint held;
  guint attention;
  guint other;
} BrightDayCount;

BRIGHT_DECLARE_RECORD (BrightDayCount, bright_day_count)

/* The last @n_days days up to today, oldest first, days without orders too
 * (element-type BrightDayCount). */
void bright_sync_service_count_days_async (BrightSyncService *self,
                                           guint n_days,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *bright_sync_service_count_days_finish (BrightSyncService *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/* Everything that needs a person, of every flow (element-type BrightSubject), by code, then
 * newest first. */
void bright_sync_service_list_attention_async (BrightSyncService *self,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GPtrArray *bright_sync_service_list_attention_finish (BrightSyncService *self,
                                                      GAsyncResult *result,
                                                      GError **error);

/* The proof that was stored last; its days are empty if there is none yet. @proved_at (nullable):
 * seconds since 1970, 0 for never. */
void bright_sync_service_load_proof_async (BrightSyncService *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
BrightProof *bright_sync_service_load_proof_finish (BrightSyncService *self,
                                                    GAsyncResult *result,
                                                    gint64 *proved_at,
                                                    GError **error);

/**
 * BrightOrderSide:
 * @label: what it is, translated, e.g. `Total`
 * @store: what the store has; "" for nothing
 * @brightpearl: what Brightpearl has; "" for nothing
 * @differs: whether they differ where they should not
 *
 * One line of an order's two sides.
 */
typedef struct
{
  char *label;
  char *store;
  char *brightpearl;
  gboolean differs;
} BrightOrderSide;

BRIGHT_DECLARE_RECORD (BrightOrderSide, bright_order_side)

/**
 * BrightRawAnswer:
 * @title: what it is, e.g. `Order 1042 in BigCommerce`
 * @text: JSON as the journal keeps it, indented; never holds a token
 */
typedef struct
{
  char *title;
  char *text;
} BrightRawAnswer;

BRIGHT_DECLARE_RECORD (BrightRawAnswer, bright_raw_answer)

/**
 * BrightOrderDetail:
 * @explanation: where it is, why, and its timeline
 * @sides: (element-type BrightOrderSide): status, customer, total, payment, shipping address,
 *   lines, notes, shipments ... as far as known
 * @answers: (element-type BrightRawAnswer): what the platforms said, as far as it is kept
 */
typedef struct
{
  BrightExplanation *explanation;
  GPtrArray *sides;
  GPtrArray *answers;
} BrightOrderDetail;

void bright_order_detail_free (BrightOrderDetail *detail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightOrderDetail, bright_order_detail_free)

void bright_sync_service_load_order_async (BrightSyncService *self,
                                           gint64 order_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
BrightOrderDetail *bright_sync_service_load_order_finish (BrightSyncService *self,
                                                          GAsyncResult *result,
                                                          GError **error);

/**
 * BrightBudget:
 * @used: requests sent in the current window of time
 * @limit: how many the platform allows in it
 * @window_seconds: how long it is
 * @sent: requests sent since the profile was opened
 * @throttled_until: seconds since 1970 until which the platform wants quiet; 0 for not
 */
typedef struct
{
  guint used;
  guint limit;
  guint window_seconds;
  guint64 sent;
  gint64 throttled_until;
} BrightBudget;

/* What of a platform's budget is used now; all 0 before the first connection. */
BrightBudget bright_sync_service_get_budget (BrightSyncService *self, BrightPlatform platform);

/**
 * BrightFlowHealth:
 * @is_enabled: by the settings
 * @last_success: seconds since 1970 of the last sync in which the flow ended well; 0 for never
 * @paused_until: seconds since 1970; 0 for not paused; G_MAXINT64 for until it is resumed
 */
typedef struct
{
  gboolean is_enabled;
  gint64 last_success;
  gint64 paused_until;
} BrightFlowHealth;

/* The groups that can be paused, terminated by NULL: orders, fulfillment, notes, payments,
 * inventory. */
const char *const *bright_sync_service_get_pausable (void);

/* How a group of bright_sync_service_get_pausable() stands. */
BrightFlowHealth bright_sync_service_get_flow_health (BrightSyncService *self, const char *group);

/**
 * bright_sync_service_pause:
 * @self: the service, opened
 * @group: (nullable): what is paused, as above; %NULL for the whole sync
 * @until: seconds since 1970; G_MAXINT64 until it is resumed; 0 to resume now
 *
 * Remembers it over a restart, and notifies `paused-until`. While the whole sync is paused
 * nothing happens by the clock; a sync that a person asks for is done, and the pause stays.
 * A paused group is left out of each sync as if its tab were switched off, but nothing changes
 * its state for that: orders that are not in Brightpearl yet stay as they are, and what the group
 * held an order for stays open. Stock is not pushed while orders are paused. After a pause all
 * orders are decided again.
 */
void bright_sync_service_pause (BrightSyncService *self, const char *group, gint64 until);

/* Until when the whole sync is paused (as BrightFlowHealth.paused_until). The service's property
 * `paused-until` (int64) is the same. */
gint64 bright_sync_service_get_paused_until (BrightSyncService *self);

/* The longest time without a successful sync in the last 7 days, in seconds; 0 if not known. */
gint64 bright_sync_service_get_longest_gap (BrightSyncService *self);

G_END_DECLS
