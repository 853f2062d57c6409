/* One run of the stock flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fixed sequence of phases, each in the file that its name says. A phase ends
 * by bright_stock_run_next(), bright_stock_run_fail() or
 * bright_stock_run_skip_to(); all of them take the task.
 */
#pragma once

#include "bright-stock-decide.h"
#include "bright-sync.h"

G_BEGIN_DECLS

/* What every number depends on, as of the last full check. */
#define BRIGHT_CHECKPOINT_STOCK_SETTINGS "stock:settings"
/* Up to when movements need not be looked for, for a full check saw what came of them. */
#define BRIGHT_CHECKPOINT_STOCK_SEEN "stock:seen"
/* Up to when movements were looked for, seconds since 1970. */
#define BRIGHT_CHECKPOINT_STOCK_MOVED "stock:moved"
/* Movements that were seen and will be seen again, for the search overlaps. */
#define BRIGHT_CHECKPOINT_STOCK_MOVEMENTS "stock:movements"
/* When products that could not be told apart were last looked at again, by our own clock. */
#define BRIGHT_CHECKPOINT_STOCK_REVIEWED "stock:reviewed"
/* How many of them there are. */
#define BRIGHT_CHECKPOINT_STOCK_AMBIGUOUS "stock:ambiguous"
/* How many items differ still. */
#define BRIGHT_CHECKPOINT_STOCK_OPEN "stock:open"

/**
 * BrightStockPhase:
 *
 * What is done one after another. A run in which nothing has moved goes from
 * movements to settling.
 */
typedef enum
{
  BRIGHT_STOCK_CLAIMS,
  BRIGHT_STOCK_MOVES,
  BRIGHT_STOCK_MOVEMENTS,
  BRIGHT_STOCK_ITEMS,
  BRIGHT_STOCK_LOCATION,
  BRIGHT_STOCK_MIRROR,
  BRIGHT_STOCK_IDENTIFIERS,
  BRIGHT_STOCK_LEVELS,
  BRIGHT_STOCK_UNITS,
  BRIGHT_STOCK_COMPOSITIONS,
  BRIGHT_STOCK_COMPONENT_UNITS,
  BRIGHT_STOCK_DECIDE,
  BRIGHT_STOCK_TRACKING,
  BRIGHT_STOCK_DECIDE_AGAIN,
  BRIGHT_STOCK_KEEP,
  BRIGHT_STOCK_PUSH,
  BRIGHT_STOCK_KEEP_REST,
  BRIGHT_STOCK_SETTLE,
  BRIGHT_STOCK_DONE,
} BrightStockPhase;

typedef struct
{
  BrightSync *sync;
  BrightStockPhase phase;
  gboolean is_full;  /* everything is looked at, not only what moved */
  gboolean reviews;  /* what could not be told apart is looked at again */
  gboolean on_paper; /* nothing is written to the store */
  gint64 began;      /* by the store's clock */
  gint64 location_id;
  char *settings; /* what every number depends on */

  GPtrArray *claims;        /* of BrightStockClaim */
  GPtrArray *moves;         /* of BrightStockUnits: what orders moved */
  GHashTable *moved;        /* products of Brightpearl (gint64 *, owned) */
  GString *movements;       /* what is remembered of the movements that were seen */
  GHashTable *items;        /* variant id (in the item) -> BrightStockItem (owned) */
  GHashTable *found;        /* (nullable): of the phase: id (gint64 *, owned) -> what was read */
  GPtrArray *looked_at;     /* (unowned elements): items that are worked out anew */
  GHashTable *asked;        /* products of Brightpearl that were asked for (gint64 *, owned) */
  GHashTable *units;        /* products of Brightpearl -> units by warehouse */
  BrightStockDecision *decision; /* (nullable) */

  GArray *ids;  /* of gint64: what is read in pieces */
  guint offset; /* how far */
  guint page;   /* of a list */

  GQueue pieces;       /* of GPtrArray of BrightStockItem (unowned): what is to be sent */
  guint n_refused;     /* how often the store refused */
  guint n_lost;        /* how often no answer came in a row */
  gboolean must_relearn; /* the store's tracking was not as it was known */
  gboolean has_relearned;
  guint n_checked;
  guint n_updated;
} BrightStockRun;

void bright_stock_run_next (GTask *task);
void bright_stock_run_skip_to (GTask *task, BrightStockPhase phase);
/* Takes @error too. */
void bright_stock_run_fail (GTask *task, GError *error);

/* bright-stock-load.c */
void bright_stock_load_claims (GTask *task);
void bright_stock_load_moves (GTask *task);
void bright_stock_search_movements (GTask *task);
void bright_stock_load_items (GTask *task);

/* bright-stock-store.c */
void bright_stock_find_location (GTask *task);
void bright_stock_list_identifiers (GTask *task);
void bright_stock_list_levels (GTask *task);
void bright_stock_read_tracking (GTask *task);

/* bright-stock-account.c */
void bright_stock_refresh_mirror (GTask *task);
void bright_stock_read_units (GTask *task);
void bright_stock_read_compositions (GTask *task);

/* Products that an item's number depends on: itself, or what it is made of. */
typedef void (*BrightStockProductFunc) (gint64 product_id, gpointer user_data);
void bright_stock_item_foreach_product (const BrightStockItem *item,
                                        BrightStockProductFunc function,
                                        gpointer user_data);

/* bright-stock-keep.c */
void bright_stock_keep_items (GTask *task);

/**
 * bright_stock_keep_async:
 * @run: the run
 * @items: (element-type BrightStockItem): what is to be kept, and told of in its timeline
 * @offset: the first that is meant
 * @count: how many are
 * @were_sent: whether they were sent just now
 *
 * Keeps items in the journal, a few at a time.
 */
void bright_stock_keep_async (BrightStockRun *run,
                              GPtrArray *items,
                              guint offset,
                              guint count,
                              gboolean were_sent,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean bright_stock_keep_finish (GAsyncResult *result, GError **error);

/* bright-stock-push.c */
void bright_stock_push (GTask *task);

/* bright-stock-settle.c */
void bright_stock_settle (GTask *task);
/* Ends the run: a person must do something first. Takes @message. */
void bright_stock_settle_held (GTask *task,
                               const char *code,
                               const char *setting,
                               char *message);

G_END_DECLS
