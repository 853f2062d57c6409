/* Tests of the list of orders and of one order whole, with a real practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-list.h"
#include "bright-order-pane.h"
#include "bright-order-row.h"
#include "orders-support.h"

#include <string.h>

/* ---- The list ---- */

static guint
count_filtered (Fixture *fixture)
{
  g_autoptr (BrightSyncReport) report = profile_sync (fixture->profile);

  return report->orders_filtered;
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (interface_get (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         text);
}

static gboolean
is_read (gpointer item)
{
  return bright_order_item_get_subject (item) != NULL;
}

typedef struct
{
  BrightOrderModel *model;
  gint64 number;
} Found;

/* All are listed until it is known which are found. */
static gboolean
is_found (gpointer data)
{
  const Found *found = data;
  gboolean is_loading;
  guint position;

  g_object_get (found->model, "is-loading", &is_loading, NULL);
  return !is_loading && g_list_model_get_n_items (G_LIST_MODEL (found->model)) < 20
         && bright_order_model_find (found->model, found->number, &position);
}

static void
search_and_find (Fixture *fixture, GListModel *model, BrightOrderItem *item, const char *text)
{
  Found found = { BRIGHT_ORDER_MODEL (model), bright_order_item_get_number (item) };

  /* What was found before is gone then. */
  search (fixture, "nobody at all");
  orders_wait_for (fixture, GTK_TYPE_LABEL, "Nothing Found");
  search (fixture, text);
  interface_wait (fixture->profile, is_found, &found, "an order to be found");
}

static gboolean
lists_many (gpointer rows)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows)) > 20;
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (BrightOrderItem) item = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  rows = g_object_ref (G_LIST_MODEL (orders_get_model (fixture)));
  interface_wait (fixture->profile, lists_many, rows, "the list to be filled");
  interface_shoot (GTK_WINDOW (fixture->window), "orders-list");
  item = g_list_model_get_item (rows, 7);
  interface_wait (fixture->profile, is_read, item, "a row to be filled");
  number = g_strdup_printf ("%" G_GINT64_FORMAT, bright_order_item_get_number (item));
  name = g_strdup (bright_order_item_get_subject (item)->title);
  email = g_utf8_strup (bright_order_item_get_subject (item)->email, -1);
  search (fixture, number);
  orders_wait_for_rows (fixture, 1);
  search_and_find (fixture, rows, item, email);
  search_and_find (fixture, rows, item, name);
  search (fixture, "nobody at all");
  orders_wait_for (fixture, GTK_TYPE_LABEL, "Nothing Found");
  interface_assert_accessible (fixture->page);
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Show All Orders"));
  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

/* Each row says all of itself to a screen reader, and the counts are those of the journal. */
static void
test_filter (Fixture *fixture, gconstpointer unused)
{
  guint filtered = count_filtered (fixture);
  g_autofree char *label = g_strdup_printf ("Left out by the settings (%u)", filtered);
  GtkWidget *row;

  g_assert_cmpuint (filtered, >, 0);
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "filtered");
  orders_wait_for_rows (fixture, filtered);
  orders_wait_for (fixture, GTK_TYPE_LABEL, label);
  row = orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  interface_assert_accessible (fixture->page);
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "ignored");
  orders_wait_for (fixture, GTK_TYPE_LABEL, "No Orders Here");
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "");
  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

static void
test_empty (Fixture *fixture, gconstpointer unused)
{
  orders_wait_for (fixture, GTK_TYPE_LABEL, "No Orders Yet");
  interface_get (fixture->page, GTK_TYPE_BUTTON, "Sync Now");
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "attention");
  orders_wait_for (fixture, GTK_TYPE_LABEL, "Nothing Needs You");
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "orders-nothing");
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "");
  interface_click (orders_wait_for (fixture, GTK_TYPE_BUTTON, "Sync Now"));
  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

/* New orders are added without moving the one that is looked at. */
static void
test_growing (Fixture *fixture, gconstpointer unused)
{
  BrightOrderModel *model;
  g_autoptr (BrightOrderItem) item = NULL;
  guint n_items;
  guint position;
  gint64 number;
  gint64 newest;

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  model = orders_get_model (fixture);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  item = g_list_model_get_item (G_LIST_MODEL (model), 5);
  number = bright_order_item_get_number (item);
  orders_show_order (fixture, number);
  newest = practice_place_order (fixture->practice, "plain");
  profile_sync_and_forget (fixture->profile);
  orders_wait_for_rows (fixture, n_items + 1);
  g_assert_true (bright_order_model_find (model, number, &position));
  g_assert_cmpuint (position, ==, 6);
  g_assert_true (bright_order_model_find (model, newest, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpint (bright_order_pane_get_number (BRIGHT_ORDER_PANE (orders_get_pane (fixture))), ==,
                   number);
}

/* ---- One order ---- */

static void
test_detail (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane;
  GtkWidget *expander;

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  orders_show_order (fixture, orders_find_order (fixture, "plain"));
  pane = orders_get_pane (fixture);
  orders_wait_for (fixture, GTK_TYPE_LABEL, "Both Sides");
  interface_get (pane, GTK_TYPE_LABEL, "✓ In Brightpearl");
  interface_get (pane, GTK_TYPE_LABEL, "What Happened");
  interface_get (pane, GTK_TYPE_LABEL, "Total");
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "orders-detail");
  expander = interface_get (pane, ADW_TYPE_EXPANDER_ROW, NULL);
  g_assert_null (interface_find (pane, GTK_TYPE_TEXT_VIEW, NULL));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  interface_settle (fixture->profile);
  interface_get (pane, GTK_TYPE_TEXT_VIEW, NULL);
  interface_get (pane, GTK_TYPE_BUTTON, "Copy");
  interface_assert_accessible (fixture->page);
}

/* In a narrow window the order takes the place of the list, and Escape brings it back. */
static void
test_narrow (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *back;
  int minimum;

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  interface_settle (fixture->profile);
  orders_show_order (fixture, orders_find_order (fixture, "plain"));
  back = orders_wait_for (fixture, GTK_TYPE_BUTTON, "Back to the list (Escape)");
  g_assert_null (interface_find (fixture->page, BRIGHT_TYPE_ORDER_ROW, NULL));
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  interface_assert_accessible (fixture->page);
  gtk_widget_activate_action (back, "order.back", NULL);
  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

static void
test_unknown (Fixture *fixture, gconstpointer unused)
{
  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  orders_show_order (fixture, 999999);
  interface_get (orders_get_pane (fixture), GTK_TYPE_LABEL, "? Not known here");
  g_assert_null (interface_find (orders_get_pane (fixture), GTK_TYPE_BUTTON, "Try Again"));
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
#define ADD(name, settings, function)                                                              \
  g_test_add ("/orders/" name, Fixture, settings, orders_set_up, function, orders_tear_down)
  ADD ("search", NULL, test_search);
  ADD ("filter", NULL, test_filter);
  g_test_add ("/orders/empty", Fixture, NULL, orders_open_window, test_empty, orders_tear_down);
  ADD ("growing", NULL, test_growing);
  ADD ("detail", NULL, test_detail);
  ADD ("narrow", NULL, test_narrow);
  ADD ("unknown", NULL, test_unknown);
  return g_test_run ();
}
