/* All orders as a list model that holds few of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-model.h"

#include "bright-error.h"
#include "bright-sync-listing.h"

/* Each change that is told costs a view some time; more follow when it had a chance to draw. */
#define MOST_CHANGES_AT_ONCE 10
#define SLICE_MICROSECONDS 4000

struct _BrightOrderModel
{
  GObject parent_instance;

  BrightSyncService *service; /* (owned) (nullable) */
  char *search;               /* (owned) */
  char *state;                /* (owned) */
  char *code;                 /* (owned) */

  GArray *numbers; /* (owned): of gint64, descending: what the model lists */
  GArray *target;  /* (owned) (nullable): what it will list, while changes are told */
  guint telling;   /* source that tells more of them */

  BrightOrderCache *cache; /* (owned) */

  GCancellable *listing; /* (owned) (nullable): reads which orders match */
  gboolean is_other;     /* they are those of another filter than before */
  gboolean must_relist;
};

enum
{
  PROP_0,
  PROP_IS_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void bright_order_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BrightOrderModel,
                               bright_order_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bright_order_model_list_model_init))

static gint64
number_at (const GArray *numbers, guint position)
{
  return g_array_index (numbers, gint64, position);
}

/* ---- Telling what came and went ---- */

static void
remove_run (BrightOrderModel *self, guint position, guint n_removed)
{
  if (n_removed == 0)
    return;
  g_array_remove_range (self->numbers, position, n_removed);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, 0);
}

static void
add_run (BrightOrderModel *self, guint position, guint n_added)
{
  if (n_added == 0)
    return;
  g_array_insert_vals (self->numbers, position, &g_array_index (self->target, gint64, position),
                       n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_added);
}

/* How far the lists differ from @position on: both descend. */
static void
measure_run (BrightOrderModel *self, guint position, guint *n_removed, guint *n_added)
{
  const GArray *before = self->numbers;
  const GArray *after = self->target;
  guint i = position;
  guint j = position;

  while (i < before->len || j < after->len)
    if (j == after->len || (i < before->len && number_at (before, i) > number_at (after, j)))
      i++;
    else if (i == before->len || number_at (before, i) < number_at (after, j))
      j++;
    else
      break;
  *n_removed = i - position;
  *n_added = j - position;
}

/* What went is told before what came: a view that loses an item looks for it among all that come
 * in its place, and would read them all. */
static void
tell_changes (gpointer user_data)
{
  BrightOrderModel *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;
  guint position = 0;

  self->telling = 0;
  for (guint told = 0; told == 0 || (told < MOST_CHANGES_AT_ONCE && g_get_monotonic_time () <= end);
       told++)
    {
      guint n_removed;
      guint n_added;

      while (position < self->numbers->len && position < self->target->len
             && number_at (self->numbers, position) == number_at (self->target, position))
        position++;
      measure_run (self, position, &n_removed, &n_added);
      if (n_removed == 0 && n_added == 0)
        {
          g_clear_pointer (&self->target, g_array_unref);
          return;
        }
      remove_run (self, position, n_removed);
      add_run (self, position, n_added);
      position += n_added;
    }
  self->telling = g_idle_add_once (tell_changes, self);
}

/* Takes @numbers. */
static void
change_to (BrightOrderModel *self, GArray *numbers)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->target, g_array_unref);
  self->target = numbers;
  if (self->is_other)
    remove_run (self, 0, self->numbers->len);
  tell_changes (self);
}

/* ---- Which orders match ---- */

static void list_numbers (BrightOrderModel *self);

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightOrderModel) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *numbers
      = bright_sync_service_list_numbers_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  /* A newer reading has its own answer. */
  if (self->service == NULL || bright_error_is_cancelled (error))
    {
      g_clear_pointer (&numbers, g_array_unref);
      return;
    }
  g_clear_object (&self->listing);
  if (numbers == NULL)
    {
      g_info ("the orders cannot be listed: %s", error->message);
      return;
    }
  change_to (self, numbers);
  bright_order_cache_renew (self->cache);
  if (self->is_other)
    {
      self->is_other = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADING]);
    }
  if (self->must_relist)
    list_numbers (self);
}

static const char *
given (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

static void
list_numbers (BrightOrderModel *self)
{
  self->must_relist = FALSE;
  self->listing = g_cancellable_new ();
  bright_sync_service_list_numbers_async (self->service, given (self->search), given (self->state),
                                          given (self->code), self->listing, listed_cb,
                                          g_object_ref (self));
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
list_others (BrightOrderModel *self)
{
  stop (&self->listing);
  if (!self->is_other)
    {
      self->is_other = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADING]);
    }
  if (self->service != NULL)
    list_numbers (self);
}

void
bright_order_model_refresh (BrightOrderModel *self)
{
  g_return_if_fail (BRIGHT_IS_ORDER_MODEL (self));

  if (self->listing != NULL)
    self->must_relist = TRUE;
  else if (self->service != NULL)
    list_numbers (self);
}

/* ---- The object ---- */

static GType
bright_order_model_get_item_type (GListModel *model)
{
  return BRIGHT_TYPE_ORDER_ITEM;
}

static guint
bright_order_model_get_n_items (GListModel *model)
{
  return BRIGHT_ORDER_MODEL (model)->numbers->len;
}

static gpointer
bright_order_model_get_item (GListModel *model, guint position)
{
  BrightOrderModel *self = BRIGHT_ORDER_MODEL (model);

  if (position >= self->numbers->len)
    return NULL;
  return bright_order_cache_get (self->cache, number_at (self->numbers, position));
}

static void
bright_order_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bright_order_model_get_item_type;
  iface->get_n_items = bright_order_model_get_n_items;
  iface->get_item = bright_order_model_get_item;
}

static void
bright_order_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_IS_LOADING)
    g_value_set_boolean (value, BRIGHT_ORDER_MODEL (object)->is_other);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_order_model_dispose (GObject *object)
{
  BrightOrderModel *self = BRIGHT_ORDER_MODEL (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  stop (&self->listing);
  g_object_run_dispose (G_OBJECT (self->cache));
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_order_model_parent_class)->dispose (object);
}

static void
bright_order_model_finalize (GObject *object)
{
  BrightOrderModel *self = BRIGHT_ORDER_MODEL (object);

  g_object_unref (self->cache);
  g_array_unref (self->numbers);
  g_clear_pointer (&self->target, g_array_unref);
  g_free (self->search);
  g_free (self->state);
  g_free (self->code);
  G_OBJECT_CLASS (bright_order_model_parent_class)->finalize (object);
}

static void
bright_order_model_class_init (BrightOrderModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_order_model_get_property;
  object_class->dispose = bright_order_model_dispose;
  object_class->finalize = bright_order_model_finalize;
  properties[PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, TRUE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_order_model_init (BrightOrderModel *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cache = bright_order_cache_new ();
  self->search = g_strdup ("");
  self->state = g_strdup ("");
  self->code = g_strdup ("");
  self->is_other = TRUE;
}

BrightOrderModel *
bright_order_model_new (void)
{
  return g_object_new (BRIGHT_TYPE_ORDER_MODEL, NULL);
}

void
bright_order_model_set_service (BrightOrderModel *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_ORDER_MODEL (self) && self->service == NULL);

  self->service = g_object_ref (service);
  bright_order_cache_set_service (self->cache, service);
  list_others (self);
}

static gboolean
replace (char **field, const char *text)
{
  if (g_str_equal (*field, text))
    return FALSE;
  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

void
bright_order_model_set_filter (BrightOrderModel *self,
                               const char *search,
                               const char *state,
                               const char *code)
{
  gboolean changed;

  g_return_if_fail (BRIGHT_IS_ORDER_MODEL (self));
  g_return_if_fail (search != NULL && state != NULL && code != NULL);

  changed = replace (&self->search, search);
  changed = replace (&self->state, state) || changed;
  changed = replace (&self->code, code) || changed;
  if (changed)
    list_others (self);
}

gboolean
bright_order_model_find (BrightOrderModel *self, gint64 number, guint *position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (BRIGHT_IS_ORDER_MODEL (self), FALSE);

  high = self->numbers->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (number_at (self->numbers, middle) > number)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return low < self->numbers->len && number_at (self->numbers, low) == number;
}

BrightOrderCache *
bright_order_model_get_cache (BrightOrderModel *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_MODEL (self), NULL);

  return self->cache;
}
