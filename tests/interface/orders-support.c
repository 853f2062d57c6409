/* What the tests of the page Orders share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "orders-support.h"

#include "bright-order-pane.h"
#include "bright-orders-page.h"

#include <string.h>

void
orders_open_window (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "60", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  bright_window_set_service (fixture->window, fixture->profile->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "orders");
  interface_settle (fixture->profile);
  fixture->page = interface_get (GTK_WIDGET (fixture->window), BRIGHT_TYPE_ORDERS_PAGE, NULL);
}

void
orders_set_up (Fixture *fixture, gconstpointer settings)
{
  orders_open_window (fixture, settings);
  fixture->missing = practice_place_order (fixture->practice, "missing-sku");
  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
}

void
orders_tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  interface_await_finalized (fixture->profile, fixture->window);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

/* ---- What is waited for ---- */

typedef struct
{
  GtkWidget *root;
  GType type;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  const Wanted *wanted = data;

  return interface_find (wanted->root, wanted->type, wanted->text) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_there (data);
}

GtkWidget *
orders_wait_for (Fixture *fixture, GType type, const char *text)
{
  Wanted wanted = { fixture->page, type, text };

  interface_wait (fixture->profile, is_there, &wanted, text);
  return interface_get (fixture->page, type, text);
}

void
orders_wait_until_gone (Fixture *fixture, GType type, const char *text)
{
  Wanted wanted = { fixture->page, type, text };

  interface_wait (fixture->profile, is_gone, &wanted, text);
}

typedef struct
{
  BrightOrderModel *model;
  guint n_items;
} WantedNumber;

static gboolean
lists_so_many (gpointer data)
{
  const WantedNumber *wanted = data;
  gboolean is_loading;

  g_object_get (wanted->model, "is-loading", &is_loading, NULL);
  return !is_loading && g_list_model_get_n_items (G_LIST_MODEL (wanted->model)) == wanted->n_items;
}

BrightOrderModel *
orders_get_model (Fixture *fixture)
{
  GtkWidget *list = interface_find (fixture->page, BRIGHT_TYPE_ORDER_LIST, NULL);

  g_assert_nonnull (list);
  return bright_order_list_get_model (BRIGHT_ORDER_LIST (list));
}

void
orders_wait_for_rows (Fixture *fixture, guint n_items)
{
  WantedNumber wanted = { NULL, n_items };

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_LIST, NULL);
  wanted.model = orders_get_model (fixture);
  interface_wait (fixture->profile, lists_so_many, &wanted, "the list to be as long as it must be");
}

GtkWidget *
orders_get_pane (Fixture *fixture)
{
  return interface_get (fixture->page, BRIGHT_TYPE_ORDER_PANE, NULL);
}

void
orders_show_order (Fixture *fixture, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *title = g_strdup_printf ("Order %" G_GINT64_FORMAT, number);

  gtk_widget_activate_action (fixture->page, "win.show-order", "s", text);
  orders_wait_for (fixture, GTK_TYPE_LABEL, title);
}

/* The first order of a kind. */
gint64
orders_find_order (Fixture *fixture, const char *kind)
{
  g_autoptr (JsonArray) orders = practice_list (fixture->practice, "bigcommerce/orders");

  for (guint i = 0; i < json_array_get_length (orders); i++)
    {
      JsonObject *order = json_array_get_object_element (orders, i);

      if (strcmp (json_object_get_string_member (order, "kind"), kind) == 0
          && json_object_get_int_member (order, "status_id") == 11)
        return json_object_get_int_member (order, "id");
    }
  g_error ("there is no order of the kind %s", kind);
}
