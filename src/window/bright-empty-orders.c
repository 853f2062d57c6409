/* What stands where no orders are, and what to do next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-empty-orders.h"

#include <glib/gi18n.h>

struct _BrightEmptyOrders
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (BrightEmptyOrders, bright_empty_orders, ADW_TYPE_BIN)

static void
bright_empty_orders_class_init (BrightEmptyOrdersClass *klass)
{
}

static void
bright_empty_orders_init (BrightEmptyOrders *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new ();

  self->page = ADW_STATUS_PAGE (page);
  self->button = GTK_BUTTON (button);
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (page, "compact");
  adw_status_page_set_child (self->page, button);
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
say (BrightEmptyOrders *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, description);
}

static void
offer (BrightEmptyOrders *self, const char *label, const char *action)
{
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

void
bright_empty_orders_show (BrightEmptyOrders *self, gboolean searched, const char *state)
{
  g_return_if_fail (BRIGHT_IS_EMPTY_ORDERS (self) && state != NULL);

  if (searched)
    {
      say (self, _ ("Nothing Found"),
           state[0] == '\0' ? _ ("No order has this number, name or e-mail.")
                            : _ ("No order in the chosen state has this number, name or e-mail."));
      offer (self, _ ("Show _All Orders"), "orders.show-all");
    }
  else if (g_str_equal (state, "attention"))
    {
      say (self, _ ("Nothing Needs You"), _ ("What needs a person is listed here, by cause."));
      offer (self, NULL, NULL);
    }
  else if (state[0] != '\0')
    {
      say (self, _ ("No Orders Here"), _ ("No order is in the chosen state."));
      offer (self, _ ("Show _All Orders"), "orders.show-all");
    }
  else
    {
      say (self, _ ("No Orders Yet"),
           _ ("A sync brings the orders that were placed in the store since go-live."));
      offer (self, _ ("_Sync Now"), "win.sync-now");
    }
}
