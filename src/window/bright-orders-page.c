/* The page Orders: every order with its state, what needs a person on top, one order whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-orders-page.h"

#include "bright-resources.h"
#include "bright-order-list.h"

struct _BrightOrdersPage
{
  AdwBin parent_instance;

  GtkEditable *search;
  GtkStack *lists;
  GtkColumnView *orders;

  BrightOrderList *list; /* (owned) */
};

G_DEFINE_FINAL_TYPE (BrightOrdersPage, bright_orders_page, ADW_TYPE_BIN)

static void
on_search_changed (BrightOrdersPage *self)
{
  bright_order_list_set_search (self->list, gtk_editable_get_text (self->search));
}

static void
on_filled (BrightOrdersPage *self)
{
  gboolean filled;

  g_object_get (self->list, "filled", &filled, NULL);
  gtk_stack_set_visible_child_name (self->lists, filled ? "filled" : "empty");
}

static void
bright_orders_page_dispose (GObject *object)
{
  BrightOrdersPage *self = BRIGHT_ORDERS_PAGE (object);

  if (self->list != NULL)
    g_object_run_dispose (G_OBJECT (self->list));
  g_clear_object (&self->list);
  G_OBJECT_CLASS (bright_orders_page_parent_class)->dispose (object);
}

static void
bright_orders_page_class_init (BrightOrdersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_orders_page_dispose;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, search);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, lists);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, orders);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
bright_orders_page_init (BrightOrdersPage *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = bright_order_list_new ();
  g_signal_connect_object (self->list, "notify::filled", G_CALLBACK (on_filled), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_single_selection_new (g_object_ref (bright_order_list_get_model (self->list)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_column_view_set_model (self->orders, GTK_SELECTION_MODEL (selection));
  bright_order_list_add_columns (self->orders);
}

void
bright_orders_page_set_service (BrightOrdersPage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self));

  bright_order_list_set_service (self->list, service);
}

void
bright_orders_page_show_order (BrightOrdersPage *self, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self));

  gtk_editable_set_text (self->search, text);
}

void
bright_orders_page_show_state (BrightOrdersPage *self, const char *state)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self) && state != NULL);

  gtk_editable_set_text (self->search, "");
}

void
bright_orders_page_show_cause (BrightOrdersPage *self, const char *code)
{
  bright_orders_page_show_state (self, "attention");
}

void
bright_orders_page_focus_search (BrightOrdersPage *self)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
