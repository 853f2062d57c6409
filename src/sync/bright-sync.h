/* What all flows of a sync share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One per profile. What is known (the world, checkpoints, digests) stays
 * between syncs; what belongs to one sync (its settings, how fresh the mirrors
 * are, what it counted) begins anew with each. Belongs to the main thread.
 */
#pragma once

#include "bigcommerce-client.h"
#include "bright-clock.h"
#include "bright-decision.h"
#include "bright-dispatcher.h"
#include "bright-journal.h"
#include "bright-settings.h"
#include "bright-world.h"
#include "brightpearl-client.h"

G_BEGIN_DECLS

#define BRIGHT_FACT_ORDER "bigcommerce-order"
#define BRIGHT_FACT_SALES_ORDER "brightpearl-sales-order"

/* What a sync did, in numbers. */
typedef struct
{
  guint orders_created;
  guint orders_updated;
  guint orders_adopted;
  guint orders_filtered;
  guint orders_held;
  guint orders_in_step;
  guint orders_waiting;
  guint born_orders_created; /* in the store, from sales orders */
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
} BrightSyncCounts;

typedef struct
{
  /* For the life of the profile. */
  BrightJournal *journal;
  BrightClock *clock;
  BrightWorld *world;
  BigcommerceClient *bigcommerce;
  BrightpearlClient *brightpearl;
  GHashTable *checkpoints; /* name -> value */
  GHashTable *digests;     /* (nullable): order id as text -> digest of the fact */
  GHashTable *undecided;   /* order ids (gint64 *, owned) that are to be decided */
  gboolean mirror_is_loaded[BRIGHTPEARL_N_MIRRORS];
  gboolean world_is_imagined; /* steps on paper were noted in the world */
  GHashTable *born_unwanted; /* sales orders (gint64 *, owned) that the store should not have */
  gint64 born_read_at;       /* since when they were collected */
  gint64 reread_at;      /* when open sales orders were last read again */
  gint64 fields_read_at; /* the reread_at after which their custom fields were read */
  gint64 shipped_read_at; /* the reread_at after which their goods-out notes were announced */

  /* For one sync. */
  BrightSettingsSnapshot *settings;
  GCancellable *cancellable;
  gboolean plan_only;
  guint left_out; /* what is paused, as bits of BrightPausable */
  char **approvals; /* `all`, flows, subjects */
  BrightDispatcher *dispatcher;
  BrightDispatcher *paper;
  BrightFreshness freshness[BRIGHTPEARL_N_MIRRORS];
  guint unknown_serial[BRIGHTPEARL_N_MIRRORS]; /* grows with each write of unknown outcome */
  gint64 server_time; /* by the store's clock */
  BrightSyncCounts counts;
  GPtrArray *planned; /* (element-type BrightSubject): how subjects would be settled, of a plan */
  GPtrArray *planned_claims; /* (element-type BrightStockClaim): of orders, of a plan */
  gboolean retry_all; /* whatever waits for its time is tried now */
  guint done;         /* orders decided, for progress */
  guint total;        /* orders to decide */
  void (*progress) (gpointer user_data); /* (nullable): called when these have moved */
  gpointer progress_data;
} BrightSync;

BrightSync *bright_sync_new (BrightJournal *journal, BrightClock *clock);
void bright_sync_free (BrightSync *sync);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightSync, bright_sync_free)

/* Begins a sync: takes the settings and forgets what belonged to the last one. */
void bright_sync_begin (BrightSync *sync,
                        BrightSettingsSnapshot *settings,
                        const char *const *approvals,
                        gboolean plan_only,
                        GCancellable *cancellable);

/* The time by the platforms' clock as far as known, seconds since 1970. */
gint64 bright_sync_get_time (const BrightSync *sync);

const char *bright_sync_get_checkpoint (const BrightSync *sync, const char *name);
gint64 bright_sync_get_checkpoint_number (const BrightSync *sync, const char *name);
void bright_sync_set_checkpoint (BrightSync *sync,
                                 BrightJournalBatch *batch,
                                 const char *name,
                                 const char *value);
void bright_sync_set_checkpoint_number (BrightSync *sync,
                                        BrightJournalBatch *batch,
                                        const char *name,
                                        gint64 value);

/* The orders that are still to be decided, kept over a crash. */
void bright_sync_add_undecided (BrightSync *sync, gint64 order_id);
void bright_sync_remove_undecided (BrightSync *sync, gint64 order_id);
void bright_sync_restore_undecided (BrightSync *sync);
void bright_sync_save_undecided (BrightSync *sync, BrightJournalBatch *batch);

/* Whether a person approved what is to be done with a subject of a flow. */
gboolean bright_sync_is_approved (const BrightSync *sync, const char *flow, const char *subject);

/* Whether what is to be done with a subject is only to be shown. */
gboolean bright_sync_is_on_paper (const BrightSync *sync, const char *flow, const char *subject);

/* ---- Discover: bright-mirrors.c, bright-reference.c, bright-order-discover.c,
 * bright-order-reread.c ---- */

/* Brings mirrors to what @levels ask for. */
void bright_mirrors_refresh_async (BrightSync *sync,
                                   const BrightFreshness levels[BRIGHTPEARL_N_MIRRORS],
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean bright_mirrors_refresh_finish (GAsyncResult *result, GError **error);

/* Stores records of a mirror in the journal and in the world; empties @records. */
void bright_mirrors_keep (BrightSync *sync,
                          BrightJournalBatch *batch,
                          BrightpearlMirror mirror,
                          GPtrArray *records);

/* A write whose outcome is unknown may have added to a mirror. */
void bright_mirrors_note_unknown (BrightSync *sync,
                                  BrightJournalBatch *batch,
                                  BrightpearlMirror mirror);

/* Loads reference data from the journal, and from Brightpearl if it is older than a day, or
 * if @anew. */
void bright_reference_load_async (BrightSync *sync,
                                  gboolean anew,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean bright_reference_load_finish (GAsyncResult *result, GError **error);

/* Stores the store's orders that are new or have changed since the last time. */
void bright_order_discover_async (BrightSync *sync,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean bright_order_discover_finish (GAsyncResult *result, GError **error);

/* Makes orders (element-type BigcommerceOrder) ready to be kept, with lines such as
 * "order 1042: ..." about those that make no sense (nullable): bright-order-keep.c */
void bright_orders_keep_async (BrightSync *sync,
                               GPtrArray *orders,
                               const char *const *broken,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full) (nullable): what is to be committed, to which the caller adds how far he has
 * read. Orders that are new or not as they were are to be decided. Where the commit fails, the
 * caller forgets the digests. */
BrightJournalBatch *bright_orders_keep_finish (GAsyncResult *result, GError **error);

/* What lines must be looked up by in the store's catalogue, `mpn` or `gtin`; NULL if they carry
 * what products are matched by. */
const char *bright_order_identifiers_get_field (const BrightSync *sync);

/* Looks the lines of orders (element-type BigcommerceOrder) up and fills in their identifiers. */
void bright_order_identifiers_fill_async (BrightSync *sync,
                                          GPtrArray *orders,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean bright_order_identifiers_fill_finish (GAsyncResult *result, GError **error);

/* Reads open sales orders of synced orders again. */
void bright_order_reread_async (BrightSync *sync,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Reads the sales orders @ids (element-type gint64) again, whether open or not. */
void bright_order_reread_some_async (BrightSync *sync,
                                     GArray *ids,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean bright_order_reread_finish (GAsyncResult *result, GError **error);

/* Decides and does until nothing is left to do: bright-order-flow.c */
void
bright_order_flow_async (BrightSync *sync, GAsyncReadyCallback callback, gpointer user_data);
gboolean bright_order_flow_finish (GAsyncResult *result, GError **error);

/* What the journal keeps as the digest of a sales order's fact. It tells those that are open,
 * which are read again, with the number of their order. */
char *bright_sales_order_digest (const BrightpearlSalesOrder *sales_order, const char *digest);
/* The number of the order if the sales order is open, else 0. */
gint64 bright_sales_order_digest_get_open (const char *digest);

/* The number in an external reference such as `1042` or `1042-2`; 0 if it is none. */
gint64 bright_parse_external_reference (const char *reference);

G_END_DECLS
