/* The orders in the window: a model that is filled on demand, and its columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sync changes thousands of orders; the list is read at most twice a second.
 */
#include "bright-order-list.h"

#include "bright-order-item.h"

#include <glib/gi18n.h>

#define MOST_ROWS 500
#define MILLISECONDS_BETWEEN_READS 500

struct _BrightOrderList
{
  GObject parent_instance;

  BrightSyncService *service; /* (owned) (nullable) */
  GListStore *rows;           /* (owned): of BrightOrderItem */
  GCancellable *reading;      /* (owned) (nullable): fired when a newer reading makes it useless */
  char *search;               /* (owned) */
  guint timer;
};

enum
{
  PROP_0,
  PROP_FILLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightOrderList, bright_order_list, G_TYPE_OBJECT)

static void
show_orders (BrightOrderList *self, GPtrArray *orders)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < orders->len; i++)
    g_ptr_array_add (items, bright_order_item_new (g_ptr_array_index (orders, i)));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata, items->len);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILLED]);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightOrderList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders
      = bright_sync_service_list_orders_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (orders != NULL && source == (GObject *)self->service)
    show_orders (self, orders);
  else if (error != NULL && !bright_error_is_cancelled (error))
    g_info ("the orders cannot be listed: %s", error->message);
}

static void
read_orders (gpointer user_data)
{
  BrightOrderList *self = user_data;

  self->timer = 0;
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  bright_sync_service_list_orders_async (self->service, *self->search != '\0' ? self->search : NULL,
                                         NULL, 0, MOST_ROWS, self->reading, on_read,
                                         g_object_ref (self));
}

static void
plan_reading (BrightOrderList *self)
{
  if (self->timer == 0 && self->service != NULL)
    self->timer = g_timeout_add_once (MILLISECONDS_BETWEEN_READS, read_orders, self);
}

static void
bright_order_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  BrightOrderList *self = BRIGHT_ORDER_LIST (object);

  if (id == PROP_FILLED)
    g_value_set_boolean (value, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_order_list_dispose (GObject *object)
{
  BrightOrderList *self = BRIGHT_ORDER_LIST (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_order_list_parent_class)->dispose (object);
}

static void
bright_order_list_finalize (GObject *object)
{
  BrightOrderList *self = BRIGHT_ORDER_LIST (object);

  g_clear_object (&self->rows);
  g_free (self->search);
  G_OBJECT_CLASS (bright_order_list_parent_class)->finalize (object);
}

static void
bright_order_list_class_init (BrightOrderListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_order_list_get_property;
  object_class->dispose = bright_order_list_dispose;
  object_class->finalize = bright_order_list_finalize;
  properties[PROP_FILLED] = g_param_spec_boolean ("filled", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_order_list_init (BrightOrderList *self)
{
  self->rows = g_list_store_new (BRIGHT_TYPE_ORDER_ITEM);
  self->search = g_strdup ("");
}

BrightOrderList *
bright_order_list_new (void)
{
  return g_object_new (BRIGHT_TYPE_ORDER_LIST, NULL);
}

GListModel *
bright_order_list_get_model (BrightOrderList *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_LIST (self), NULL);

  return G_LIST_MODEL (self->rows);
}

void
bright_order_list_set_service (BrightOrderList *self, BrightSyncService *service)
{
  static const char *const moves[] = { "notify::done", "notify::state", "notify::attention" };

  g_return_if_fail (BRIGHT_IS_ORDER_LIST (self) && self->service == NULL);

  self->service = g_object_ref (service);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (service, moves[i], G_CALLBACK (plan_reading), self, G_CONNECT_SWAPPED);
  read_orders (self);
}

void
bright_order_list_set_search (BrightOrderList *self, const char *search)
{
  g_return_if_fail (BRIGHT_IS_ORDER_LIST (self) && search != NULL);

  if (strcmp (search, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  if (self->service == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  read_orders (self);
}

/* One very long name must not push the reasons out of sight. */
#define WIDEST_WORDS 26

/* Words may be cut short, to so many characters at least; below that the list scrolls sideways. */
static const struct Column
{
  const char *title;
  const char *property;
  gboolean is_number;
  gboolean expands;
  int least;
} columns[] = {
  { N_ ("Order"), "number", TRUE, FALSE, 0 }, { N_ ("Customer"), "customer", FALSE, FALSE, 10 },
  { N_ ("Total"), "total", TRUE, FALSE, 0 },  { N_ ("State"), "state", FALSE, FALSE, 16 },
  { N_ ("Why"), "why", FALSE, TRUE, 20 },
};

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  const struct Column *column = user_data;
  GtkWidget *widget = gtk_label_new (NULL);
  GtkLabel *label = GTK_LABEL (widget);

  gtk_label_set_xalign (label, column->is_number ? 1.0f : 0.0f);
  if (column->is_number)
    gtk_widget_add_css_class (widget, "numeric");
  else
    {
      gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (label, column->least);
      gtk_label_set_max_width_chars (label, WIDEST_WORDS);
    }
  gtk_list_item_set_child (cell, widget);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer user_data)
{
  const struct Column *column = user_data;
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *text = NULL;

  g_object_get (gtk_list_item_get_item (cell), column->property, &text, NULL);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
}

void
bright_order_list_add_columns (GtkColumnView *view)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column
          = gtk_column_view_column_new (_ (columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), (gpointer)&columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), (gpointer)&columns[i]);
      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (view, column);
    }
}
