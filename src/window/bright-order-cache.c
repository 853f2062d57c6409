/* The orders that a list keeps in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-cache.h"

#include "bright-error.h"
#include "bright-sync-listing.h"

#define ITEMS_PER_PAGE 200

/* An item in memory. */
typedef struct
{
  gint64 number;
  BrightOrderItem *item; /* (owned) */
  guint holds;
  gboolean is_fresh;  /* read since everything was last renewed */
  gboolean is_wanted; /* asked for since it was read */
  GList link;         /* in the queue of those that were used */
} Entry;

struct _BrightOrderCache
{
  GObject parent_instance;

  BrightSyncService *service; /* (owned) (nullable) */
  GHashTable *entries;        /* (owned): by their numbers */
  GQueue used;                /* of entries, most recently used first */
  guint generation;           /* grows whenever everything is renewed */
  GCancellable *loading;      /* (owned) (nullable): reads a page */
  guint starting;             /* source that reads the next page */
};

G_DEFINE_FINAL_TYPE (BrightOrderCache, bright_order_cache, G_TYPE_OBJECT)

static void plan_loading (BrightOrderCache *self);

/* ---- What is kept ---- */

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->item);
  g_free (entry);
}

static void
use (BrightOrderCache *self, Entry *entry)
{
  g_queue_unlink (&self->used, &entry->link);
  g_queue_push_head_link (&self->used, &entry->link);
}

/* One that is held goes to the front, so that it is not met again at once. */
static void
forget_some (BrightOrderCache *self)
{
  for (guint looked_at = 0; looked_at < ITEMS_PER_PAGE
                            && g_hash_table_size (self->entries) > BRIGHT_ORDER_CACHE_MOST_KEPT;
       looked_at++)
    {
      Entry *last = g_queue_peek_tail (&self->used);

      g_queue_unlink (&self->used, &last->link);
      if (last->holds > 0)
        g_queue_push_head_link (&self->used, &last->link);
      else
        g_hash_table_remove (self->entries, &last->number);
    }
}

/* Takes @item. */
static Entry *
add (BrightOrderCache *self, BrightOrderItem *item)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->number = bright_order_item_get_number (item);
  entry->item = item;
  entry->link.data = entry;
  g_queue_push_head_link (&self->used, &entry->link);
  g_hash_table_insert (self->entries, &entry->number, entry);
  forget_some (self);
  return entry;
}

/* ---- Reading orders ---- */

typedef struct
{
  BrightOrderCache *cache; /* (owned) */
  guint generation;
  GArray *numbers; /* (owned) */
} Page;

static void
page_free (Page *page)
{
  g_object_unref (page->cache);
  g_array_unref (page->numbers);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
mark_fresh (BrightOrderCache *self, const Page *page)
{
  for (guint i = 0; i < page->numbers->len; i++)
    {
      gint64 number = g_array_index (page->numbers, gint64, i);
      Entry *entry = g_hash_table_lookup (self->entries, &number);

      if (entry != NULL)
        entry->is_fresh = page->generation == self->generation;
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Page) page = user_data;
  BrightOrderCache *self = page->cache;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders
      = bright_sync_service_load_orders_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  g_clear_object (&self->loading);
  if (orders == NULL)
    {
      g_info ("orders cannot be read: %s", error->message);
      return;
    }
  mark_fresh (self, page);
  while (orders->len > 0)
    {
      BrightSubject *subject = g_ptr_array_steal_index_fast (orders, orders->len - 1);
      Entry *entry = g_hash_table_lookup (self->entries, &subject->number);

      if (entry != NULL)
        bright_order_item_take_subject (entry->item, subject);
      else
        bright_subject_free (subject);
    }
  plan_loading (self);
}

static void
load_page (gpointer user_data)
{
  BrightOrderCache *self = user_data;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  Page *page;

  self->starting = 0;
  for (GList *link = self->used.head; link != NULL && numbers->len < ITEMS_PER_PAGE;
       link = link->next)
    {
      Entry *entry = link->data;

      if (entry->is_fresh || !(entry->is_wanted || entry->holds > 0))
        continue;
      /* Whatever comes of it: one that does not exist is not asked for for ever. */
      entry->is_fresh = TRUE;
      entry->is_wanted = FALSE;
      g_array_append_val (numbers, entry->number);
    }
  if (numbers->len == 0)
    return;
  page = g_new0 (Page, 1);
  page->cache = g_object_ref (self);
  page->generation = self->generation;
  page->numbers = g_array_ref (numbers);
  self->loading = g_cancellable_new ();
  bright_sync_service_load_orders_async (self->service, (const gint64 *)(gpointer)numbers->data,
                                         numbers->len, self->loading, loaded_cb, page);
}

/* A view asks for many items before any is read. */
static void
plan_loading (BrightOrderCache *self)
{
  if (self->starting == 0 && self->loading == NULL && self->service != NULL)
    self->starting = g_idle_add_once (load_page, self);
}

static void
want (BrightOrderCache *self, Entry *entry)
{
  if (entry->is_fresh)
    return;
  entry->is_wanted = TRUE;
  plan_loading (self);
}

/* ---- The object ---- */

static void
bright_order_cache_dispose (GObject *object)
{
  BrightOrderCache *self = BRIGHT_ORDER_CACHE (object);

  g_clear_handle_id (&self->starting, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_order_cache_parent_class)->dispose (object);
}

static void
bright_order_cache_finalize (GObject *object)
{
  g_hash_table_unref (BRIGHT_ORDER_CACHE (object)->entries);
  G_OBJECT_CLASS (bright_order_cache_parent_class)->finalize (object);
}

static void
bright_order_cache_class_init (BrightOrderCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_order_cache_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_order_cache_finalize;
}

static void
bright_order_cache_init (BrightOrderCache *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
}

BrightOrderCache *
bright_order_cache_new (void)
{
  return g_object_new (BRIGHT_TYPE_ORDER_CACHE, NULL);
}

void
bright_order_cache_set_service (BrightOrderCache *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_ORDER_CACHE (self) && self->service == NULL);

  self->service = g_object_ref (service);
  plan_loading (self);
}

BrightOrderItem *
bright_order_cache_get (BrightOrderCache *self, gint64 number)
{
  Entry *entry;

  g_return_val_if_fail (BRIGHT_IS_ORDER_CACHE (self), NULL);

  entry = g_hash_table_lookup (self->entries, &number);
  if (entry == NULL)
    entry = add (self, bright_order_item_new (number));
  else
    use (self, entry);
  want (self, entry);
  return g_object_ref (entry->item);
}

void
bright_order_cache_hold (BrightOrderCache *self, BrightOrderItem *item)
{
  gint64 number = bright_order_item_get_number (item);
  Entry *entry = g_hash_table_lookup (self->entries, &number);

  /* A view may come back to an item that was forgotten meanwhile. */
  if (entry == NULL)
    entry = add (self, g_object_ref (item));
  if (entry->item != item)
    return;
  entry->holds++;
  use (self, entry);
  want (self, entry);
}

void
bright_order_cache_let_go (BrightOrderCache *self, BrightOrderItem *item)
{
  gint64 number = bright_order_item_get_number (item);
  Entry *entry = g_hash_table_lookup (self->entries, &number);

  if (entry != NULL && entry->item == item && entry->holds > 0)
    entry->holds--;
}

void
bright_order_cache_renew (BrightOrderCache *self)
{
  g_return_if_fail (BRIGHT_IS_ORDER_CACHE (self));

  self->generation++;
  for (GList *link = self->used.head; link != NULL; link = link->next)
    ((Entry *)link->data)->is_fresh = FALSE;
  plan_loading (self);
}

guint
bright_order_cache_count (BrightOrderCache *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_CACHE (self), 0);

  return g_hash_table_size (self->entries);
}
