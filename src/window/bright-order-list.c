/* The list of all orders, which can be scrolled from the newest to the oldest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view of two-line rows: unlike those of a column view, its rows can be given a name for
 * screen readers, and they fit any width.
 */
#include "bright-order-list.h"

#include "bright-order-row.h"

#include <glib/gi18n.h>

struct _BrightOrderList
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkListView *view;
  BrightOrderModel *model;       /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  gboolean opens_on_click;
};

enum
{
  OPEN,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightOrderList, bright_order_list, ADW_TYPE_BIN)

static void
open_at (BrightOrderList *self, guint position)
{
  g_autoptr (BrightOrderItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, bright_order_item_get_number (item));
}

static void
on_selected (BrightOrderList *self)
{
  BrightOrderItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    g_signal_emit (self, signals[SELECTED], 0, bright_order_item_get_number (item));
}

/* Whoever looks at the newest orders goes on to see the newest. */
static void
on_items_changed (BrightOrderList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (gtk_adjustment_get_value (adjustment) <= 0.0
      && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

/* ---- Rows ---- */

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkListItem *cell = user_data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *list = gtk_widget_get_ancestor (row, BRIGHT_TYPE_ORDER_LIST);

  if (list != NULL && BRIGHT_ORDER_LIST (list)->opens_on_click)
    open_at (BRIGHT_ORDER_LIST (list), gtk_list_item_get_position (cell));
}

static void
set_up_row (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer unused)
{
  GtkWidget *row = bright_order_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect_object (gesture, "released", G_CALLBACK (on_released), cell, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (cell, row);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer model)
{
  BrightOrderItem *item = gtk_list_item_get_item (cell);

  bright_order_row_set_item (BRIGHT_ORDER_ROW (gtk_list_item_get_child (cell)), item);
  bright_order_cache_hold (bright_order_model_get_cache (model), item);
}

static void
unbind_row (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer model)
{
  bright_order_cache_let_go (bright_order_model_get_cache (model), gtk_list_item_get_item (cell));
  bright_order_row_set_item (BRIGHT_ORDER_ROW (gtk_list_item_get_child (cell)), NULL);
}

/* ---- The object ---- */

static void
bright_order_list_dispose (GObject *object)
{
  BrightOrderList *self = BRIGHT_ORDER_LIST (object);

  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bright_order_list_parent_class)->dispose (object);
}

static void
bright_order_list_class_init (BrightOrderListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_order_list_dispose;
  signals[OPEN] = g_signal_new ("open", BRIGHT_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] = g_signal_new ("selected", BRIGHT_TYPE_ORDER_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkListItemFactory *
make_factory (BrightOrderList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self->model, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self->model, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self->model, 0);
  return factory;
}

static void
bright_order_list_init (BrightOrderList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->model = bright_order_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)),
                            make_factory (self));
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Orders"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (open_at), self, G_CONNECT_SWAPPED);
  /* Behind the view's own handler. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (view);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (self->scroller, TRUE);
  gtk_scrolled_window_set_child (self->scroller, view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

BrightOrderModel *
bright_order_list_get_model (BrightOrderList *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_LIST (self), NULL);

  return self->model;
}

void
bright_order_list_select (BrightOrderList *self, gint64 number)
{
  guint position;

  g_return_if_fail (BRIGHT_IS_ORDER_LIST (self));

  if (bright_order_model_find (self->model, number, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

void
bright_order_list_open_first (BrightOrderList *self)
{
  g_return_if_fail (BRIGHT_IS_ORDER_LIST (self));

  gtk_single_selection_set_selected (self->selection, 0);
  open_at (self, 0);
}

void
bright_order_list_set_opens_on_click (BrightOrderList *self, gboolean opens)
{
  g_return_if_fail (BRIGHT_IS_ORDER_LIST (self));

  self->opens_on_click = opens;
}
