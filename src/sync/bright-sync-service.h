/* The sync service: one profile, kept in step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window and the command line see of everything below. It opens a
 * profile (settings, tokens, journal), syncs on demand or by the clock, and
 * answers questions about what it did. Runs on the main loop, blocks nothing,
 * and every call is cancellable. What a person decides about an order is in
 * bright-sync-desk.h.
 *
 * Properties (read-only, with notification): `state` (string: off, idle,
 * working, waiting, failed), `message` (string: one sentence), `done` and
 * `total` (uint: progress in orders), `last-success` and `next-run` (int64:
 * seconds since 1970, 0 for none), `attention` (uint: open items),
 * `throttled-until` (int64), `planned` (uint: steps that the last run showed
 * and did not send), `paused-until` (int64: see bright-sync-insight.h).
 */
#pragma once

#include "bright-clock.h"
#include "bright-error.h"
#include "bright-settings.h"
#include "bright-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_SYNC_SERVICE (bright_sync_service_get_type ())
G_DECLARE_FINAL_TYPE (BrightSyncService, bright_sync_service, BRIGHT, SYNC_SERVICE, GObject)

/**
 * bright_sync_service_new:
 * @configuration_directory: holds `settings.json`
 * @data_directory: holds `journal.db` and the profile's lock
 * @clock: the clock
 *
 * Returns: (transfer full): a service that has opened nothing yet
 */
BrightSyncService *bright_sync_service_new (const char *configuration_directory,
                                            const char *data_directory,
                                            BrightClock *clock);

/* Uses these tokens instead of those in the vault, for the practice store. */
void bright_sync_service_use_tokens (BrightSyncService *self,
                                     const char *bigcommerce_token,
                                     const char *brightpearl_token);

/**
 * bright_sync_service_open_async:
 * @self: the service
 *
 * Reads the settings and opens the journal. Errors: %BRIGHT_ERROR_SETTINGS with
 * every wrong value by its name, %BRIGHT_ERROR_STORAGE.
 */
void bright_sync_service_open_async (BrightSyncService *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
bright_sync_service_open_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/* Stops syncing, waits for what is under way, and closes the journal. */
void bright_sync_service_close_async (BrightSyncService *self,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean
bright_sync_service_close_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/* The settings, once opened; changes take effect with the next sync. */
BrightSettings *bright_sync_service_get_settings (BrightSyncService *self);

/* Unknown keys and the like in the settings file (element-type utf8); may be empty. */
GPtrArray *bright_sync_service_get_warnings (BrightSyncService *self);

/* Syncs now and then every schedule.interval-seconds, until stopped or closed. */
void bright_sync_service_start (BrightSyncService *self);
void bright_sync_service_stop (BrightSyncService *self);

/* ---- One sync, or the plan of one ---- */

/**
 * BrightSyncReport:
 * @mode: watch, ask or automatic
 * @orders_created, @orders_updated, @orders_adopted: in this sync
 * @orders_filtered, @orders_held, @orders_waiting: how many there are now
 * @orders_in_step: linked orders that needed nothing
 * @customers_created, @customers_updated, and the like for the other flows: in this sync
 * @bigcommerce_requests, @brightpearl_requests: in this sync
 * @seconds: how long it took
 * @attention: (element-type BrightSubject): everything that needs a person
 * @steps: (element-type BrightStep): what would be done, of a plan or in watch and ask mode
 *
 * What a sync did.
 */
typedef struct
{
  const char *mode;
  guint orders_created;
  guint orders_updated;
  guint orders_adopted;
  guint orders_filtered;
  guint orders_held;
  guint orders_waiting;
  guint orders_in_step;
  guint customers_created;
  guint customers_updated;
  guint statuses_to_brightpearl;
  guint statuses_to_bigcommerce;
  guint notes_to_brightpearl;
  guint notes_to_bigcommerce;
  guint shipments_created;
  guint shipments_updated;
  guint payments_created;
  guint refunds_created;
  guint stock_checked;
  guint stock_updated;
  guint64 bigcommerce_requests;
  guint64 brightpearl_requests;
  double seconds;
  GPtrArray *attention;
  GPtrArray *steps;
} BrightSyncReport;

void bright_sync_report_free (BrightSyncReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightSyncReport, bright_sync_report_free)

/**
 * bright_sync_service_run_async:
 * @self: the service
 * @plan_only: write nothing on either platform and list what would be written
 * @approvals: (nullable): what a person approved: `all`, flows, subjects
 * @cancellable: (nullable): to stop; what was sent is journalled first
 * @callback: called when nothing is left to do
 * @user_data: given to @callback
 *
 * Errors: %BRIGHT_ERROR_PROFILE_BUSY, %BRIGHT_ERROR_SETTINGS, the token's and
 * keyring's errors, %BRIGHT_ERROR_OFFLINE, %BRIGHT_ERROR_UNAVAILABLE, %BRIGHT_ERROR_STORAGE.
 */
void bright_sync_service_run_async (BrightSyncService *self,
                                    gboolean plan_only,
                                    const char *const *approvals,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
BrightSyncReport *
bright_sync_service_run_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/* ---- Questions ---- */

/**
 * BrightExplanation:
 * @subject: where the order is and why; its state is "unknown" for an order never seen
 * @sales_orders: (element-type gint64): its sales orders
 * @timeline: (element-type BrightActivity): oldest first
 *
 * Why an order is where it is.
 */
typedef struct
{
  BrightSubject *subject;
  GArray *sales_orders;
  GPtrArray *timeline;
} BrightExplanation;

void bright_explanation_free (BrightExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightExplanation, bright_explanation_free)

void bright_sync_service_explain_async (BrightSyncService *self,
                                        gint64 order_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
BrightExplanation *bright_sync_service_explain_finish (BrightSyncService *self,
                                                       GAsyncResult *result,
                                                       GError **error);

/**
 * BrightProofDay:
 * @day: the day in the account's zone, e.g. `2026-11-20`
 * @store: orders in the store
 * @linked, @filtered, @held, @attention: where they are; they add up to @store if it is complete
 * @is_complete: each of its orders was found, and what is linked has the store's amount
 * @money: (element-type BrightProofMoney): by currency
 *
 * One day of the proof that nothing is missing. An order that is linked and
 * needs a person counts under attention only.
 */
typedef struct
{
  char *day;
  guint store;
  guint linked;
  guint filtered;
  guint held;
  guint attention;
  gboolean is_complete;
  GPtrArray *money;
} BrightProofDay;

/* Money of the linked orders of a day in one currency, in the store and in Brightpearl. */
typedef struct
{
  char *currency;
  BrightMoney store;
  BrightMoney brightpearl;
} BrightProofMoney;

typedef struct
{
  GPtrArray *days; /* of BrightProofDay */
  gboolean is_complete;
} BrightProof;

void bright_proof_free (BrightProof *proof);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightProof, bright_proof_free)

/* Lists the store's orders since go-live anew and compares; writes nothing on either platform. The
 * proof is stored in the journal, as it is after each daily full check. */
void bright_sync_service_prove_async (BrightSyncService *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
BrightProof *
bright_sync_service_prove_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/**
 * BrightCheckProblem:
 * @setting: the dotted key, or "" for a token
 * @code: settings, token-refused, token-missing, scope-missing, reference-gone, offline,
 *   no-bank-account ...
 * @message: one sentence
 * @cause: the cause, for the exit status
 */
typedef struct
{
  char *setting;
  char *code;
  char *message;
  BrightError cause;
} BrightCheckProblem;

/**
 * BrightCheck:
 * @store_name, @store_plan, @store_currency: (nullable): of the store, if it was reached
 * @account_currency, @account_time_zone: (nullable): of the account, if it was reached
 * @problems: (element-type BrightCheckProblem): what is wrong; empty if all is well
 * @warnings: (element-type BrightCheckProblem): what works, but not as one would expect
 *
 * What a check of settings and tokens found.
 */
typedef struct
{
  char *store_name;
  char *store_plan;
  char *store_currency;
  char *account_currency;
  char *account_time_zone;
  GPtrArray *problems;
  GPtrArray *warnings;
} BrightCheck;

void bright_check_free (BrightCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightCheck, bright_check_free)

/* Asks both platforms whether the tokens and the settings are good; writes nothing there.
 * Fails only where nothing could be found out at all. */
void bright_sync_service_check_async (BrightSyncService *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
BrightCheck *
bright_sync_service_check_finish (BrightSyncService *self, GAsyncResult *result, GError **error);

/**
 * bright_sync_service_list_orders_async:
 * @self: the service
 * @search: (nullable): a number, name or e-mail
 * @state: (nullable): only those in this state, or `attention`
 * @offset: how many are skipped
 * @limit: how many at most
 *
 * Orders, newest first (element-type BrightSubject).
 */
void bright_sync_service_list_orders_async (BrightSyncService *self,
                                            const char *search,
                                            const char *state,
                                            guint offset,
                                            guint limit,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *bright_sync_service_list_orders_finish (BrightSyncService *self,
                                                   GAsyncResult *result,
                                                   GError **error);

G_END_DECLS
