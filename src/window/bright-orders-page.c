/* The page Orders: every order with its state, what needs a person by cause, one order whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-orders-page.h"

#include "bright-attention-list.h"
#include "bright-causes.h"
#include "bright-empty-orders.h"
#include "bright-order-filter.h"
#include "bright-order-list.h"
#include "bright-order-pane.h"
#include "bright-resources.h"

#include <glib/gi18n.h>

struct _BrightOrdersPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkEditable *search;
  BrightOrderFilter *filter;
  GtkButton *needs_you;
  GtkWidget *cause;
  AdwButtonContent *cause_content;
  GtkStack *lists;
  BrightOrderList *orders;
  BrightAttentionList *attention;
  BrightEmptyOrders *empty;
  BrightOrderPane *pane;

  BrightSyncService *service; /* (owned) (nullable) */
  BrightPulse *pulse;         /* (owned) (nullable) */
  BrightOrderModel *model;    /* (unowned): of the list */
  GCancellable *counting;     /* (owned) (nullable) */
  char *code;                 /* (owned): the cause that the list is limited to; "" for none */
};

G_DEFINE_FINAL_TYPE (BrightOrdersPage, bright_orders_page, ADW_TYPE_BIN)

/* ---- Which of the lists is seen ---- */

static gboolean
has_search (BrightOrdersPage *self)
{
  return gtk_editable_get_text (self->search)[0] != '\0';
}

static gboolean
is_filter (BrightOrdersPage *self, const char *state)
{
  return g_str_equal (bright_order_filter_get_state (self->filter), state);
}

static gboolean
shows_causes (BrightOrdersPage *self)
{
  return is_filter (self, "attention") && self->code[0] == '\0' && !has_search (self);
}

static gboolean
is_loading (BrightOrdersPage *self)
{
  gboolean loading;

  g_object_get (self->model, "is-loading", &loading, NULL);
  return loading;
}

/* What was seen stays until it is known what comes instead. */
static void
choose_list (BrightOrdersPage *self)
{
  if (shows_causes (self) && bright_attention_list_count (self->attention) > 0)
    gtk_stack_set_visible_child_name (self->lists, "attention");
  else if (is_loading (self))
    return;
  else if (!shows_causes (self) && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_stack_set_visible_child_name (self->lists, "orders");
  else
    {
      bright_empty_orders_show (self->empty, has_search (self),
                                bright_order_filter_get_state (self->filter));
      gtk_stack_set_visible_child_name (self->lists, "empty");
    }
}

static void
apply_filter (BrightOrdersPage *self)
{
  gboolean limited = is_filter (self, "attention") && self->code[0] != '\0';

  bright_order_model_set_filter (self->model, gtk_editable_get_text (self->search),
                                 bright_order_filter_get_state (self->filter),
                                 limited ? self->code : "");
  gtk_widget_set_visible (self->cause, limited);
  if (limited)
    adw_button_content_set_label (self->cause_content, _ (bright_causes_find (self->code)->title));
  choose_list (self);
}

static void
set_code (BrightOrdersPage *self, const char *code)
{
  g_free (self->code);
  self->code = g_strdup (code);
}

static void
show_needs_you (BrightOrdersPage *self)
{
  guint attention;
  g_autofree char *label = NULL;

  if (self->service == NULL)
    return;
  g_object_get (self->service, "attention", &attention, NULL);
  label = g_strdup_printf (ngettext ("! %u needs you", "! %u need you", attention), attention);
  gtk_button_set_label (self->needs_you, label);
  gtk_widget_set_visible (GTK_WIDGET (self->needs_you),
                          attention > 0 && !is_filter (self, "attention"));
}

static void
on_filter_changed (BrightOrdersPage *self)
{
  set_code (self, "");
  apply_filter (self);
  show_needs_you (self);
}

static void
on_search_changed (BrightOrdersPage *self)
{
  apply_filter (self);
}

static void
on_stop_search (BrightOrdersPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

/* ---- One order ---- */

static void
open_order (BrightOrdersPage *self, gint64 number)
{
  bright_order_pane_show (self->pane, number);
  adw_leaflet_set_visible_child_name (self->leaflet, "order");
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
on_search_activate (BrightOrdersPage *self)
{
  bright_order_list_open_first (self->orders);
}

/* Beside the list the pane follows the selection; alone, it would take the list away. */
static void
on_selected (BrightOrdersPage *self, gint64 number)
{
  if (!adw_leaflet_get_folded (self->leaflet))
    bright_order_pane_show (self->pane, number);
}

static void
select_shown (BrightOrdersPage *self)
{
  bright_order_list_select (self->orders, bright_order_pane_get_number (self->pane));
}

static void
on_back (BrightOrdersPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

static void
on_folded (BrightOrdersPage *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  bright_order_pane_set_alone (self->pane, folded);
  bright_order_list_set_opens_on_click (self->orders, folded);
  select_shown (self);
}

/* ---- The list ---- */

static void
on_loading (BrightOrdersPage *self)
{
  if (!is_loading (self))
    select_shown (self);
  choose_list (self);
}

/* ---- Numbers ---- */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightOrdersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  BrightOrderCounts counts;
  gboolean success = bright_sync_service_count_orders_finish (BRIGHT_SYNC_SERVICE (source), result,
                                                              &counts, &error);

  if (self->service == NULL)
    return;
  g_clear_object (&self->counting);
  if (success)
    bright_order_filter_set_counts (self->filter, &counts);
  else if (!bright_error_is_cancelled (error))
    g_info ("the orders cannot be counted: %s", error->message);
}

static void
on_beat (BrightOrdersPage *self)
{
  bright_order_model_refresh (self->model);
  if (self->counting != NULL)
    return;
  self->counting = g_cancellable_new ();
  bright_sync_service_count_orders_async (self->service, self->counting, counted_cb,
                                          g_object_ref (self));
}

/* ---- Actions ---- */

static void
show_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_orders_page_show_state (BRIGHT_ORDERS_PAGE (widget), "");
}

static void
show_attention (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_orders_page_show_state (BRIGHT_ORDERS_PAGE (widget), "attention");
}

/* Very many for one cause are a list. */
static void
list_cause (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightOrdersPage *self = BRIGHT_ORDERS_PAGE (widget);

  bright_orders_page_show_state (self, "attention");
  set_code (self, g_variant_get_string (parameter, NULL));
  apply_filter (self);
}

/* ---- The object ---- */

static void
bright_orders_page_dispose (GObject *object)
{
  BrightOrdersPage *self = BRIGHT_ORDERS_PAGE (object);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->pulse);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_orders_page_parent_class)->dispose (object);
}

static void
bright_orders_page_finalize (GObject *object)
{
  g_free (BRIGHT_ORDERS_PAGE (object)->code);
  G_OBJECT_CLASS (bright_orders_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, search);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, filter);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, needs_you);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, cause);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, cause_content);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, lists);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, orders);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, attention);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BrightOrdersPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, open_order);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
bright_orders_page_class_init (BrightOrdersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bright_orders_page_dispose;
  object_class->finalize = bright_orders_page_finalize;
  bright_resources_ensure ();
  g_type_ensure (BRIGHT_TYPE_ATTENTION_LIST);
  g_type_ensure (BRIGHT_TYPE_EMPTY_ORDERS);
  g_type_ensure (BRIGHT_TYPE_ORDER_FILTER);
  g_type_ensure (BRIGHT_TYPE_ORDER_LIST);
  g_type_ensure (BRIGHT_TYPE_ORDER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-orders-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "orders.show-all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "orders.show-attention", NULL, show_attention);
  gtk_widget_class_install_action (widget_class, "orders.show-cause", "s", list_cause);
}

static void
bright_orders_page_init (BrightOrdersPage *self)
{
  self->code = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = bright_order_list_get_model (self->orders);
  g_signal_connect_object (self->model, "notify::is-loading", G_CALLBACK (on_loading), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (choose_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attention, "notify::n-groups", G_CALLBACK (choose_list), self,
                           G_CONNECT_SWAPPED);
}

void
bright_orders_page_set_service (BrightOrdersPage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self) && self->service == NULL);

  self->service = g_object_ref (service);
  self->pulse = bright_pulse_new (service, GTK_WIDGET (self));
  g_signal_connect_object (self->pulse, "beat", G_CALLBACK (on_beat), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::attention", G_CALLBACK (show_needs_you), self,
                           G_CONNECT_SWAPPED);
  bright_order_model_set_service (self->model, service);
  bright_attention_list_set_service (self->attention, service, self->pulse);
  bright_order_pane_set_service (self->pane, service, self->pulse);
  show_needs_you (self);
}

void
bright_orders_page_show_order (BrightOrdersPage *self, gint64 number)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self));

  open_order (self, number);
  select_shown (self);
}

void
bright_orders_page_show_state (BrightOrdersPage *self, const char *state)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self) && state != NULL);

  set_code (self, "");
  gtk_editable_set_text (self->search, "");
  bright_order_filter_set_state (self->filter, state);
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  apply_filter (self);
}

void
bright_orders_page_show_cause (BrightOrdersPage *self, const char *code)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self) && code != NULL);

  bright_orders_page_show_state (self, "attention");
  bright_attention_list_show_cause (self->attention, code);
}

void
bright_orders_page_focus_search (BrightOrdersPage *self)
{
  g_return_if_fail (BRIGHT_IS_ORDERS_PAGE (self));

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
