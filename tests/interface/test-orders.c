/* Tests of the page Orders with a real practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-attention-group.h"
#include "bright-order-list.h"
#include "bright-order-pane.h"
#include "bright-order-row.h"
#include "bright-orders-page.h"
#include "bright-window.h"
#include "interface.h"

#include <string.h>

typedef struct
{
  Practice *practice;
  Profile *profile;
  BrightWindow *window;
  GtkWidget *page;
  gint64 missing; /* an order with a product that is not in Brightpearl */
} Fixture;

static void
open_window (Fixture *fixture, gconstpointer settings)
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

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  open_window (fixture, settings);
  fixture->missing = practice_place_order (fixture->practice, "missing-sku");
  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  g_assert_finalize_object (fixture->window);
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

static GtkWidget *
wait_for (Fixture *fixture, GType type, const char *text)
{
  Wanted wanted = { fixture->page, type, text };

  interface_wait (fixture->profile, is_there, &wanted, text);
  return interface_get (fixture->page, type, text);
}

static void
wait_until_gone (Fixture *fixture, GType type, const char *text)
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

static BrightOrderModel *
get_model (Fixture *fixture)
{
  GtkWidget *list = interface_find (fixture->page, BRIGHT_TYPE_ORDER_LIST, NULL);

  g_assert_nonnull (list);
  return bright_order_list_get_model (BRIGHT_ORDER_LIST (list));
}

static void
wait_for_rows (Fixture *fixture, guint n_items)
{
  WantedNumber wanted = { NULL, n_items };

  wait_for (fixture, BRIGHT_TYPE_ORDER_LIST, NULL);
  wanted.model = get_model (fixture);
  interface_wait (fixture->profile, lists_so_many, &wanted, "the list to be as long as it must be");
}

static guint
count_in_journal (Fixture *fixture, const char *state)
{
  g_autoptr (BrightSyncReport) report = profile_sync (fixture->profile);

  if (strcmp (state, "attention") == 0)
    return report->attention->len;
  return report->orders_filtered;
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (interface_get (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         text);
}

static GtkWidget *
get_pane (Fixture *fixture)
{
  return interface_get (fixture->page, BRIGHT_TYPE_ORDER_PANE, NULL);
}

static void
show_order (Fixture *fixture, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *title = g_strdup_printf ("Order %" G_GINT64_FORMAT, number);

  gtk_widget_activate_action (fixture->page, "win.show-order", "s", text);
  wait_for (fixture, GTK_TYPE_LABEL, title);
}

/* The first order of a kind. */
static gint64
find_order (Fixture *fixture, const char *kind)
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

/* ---- The list ---- */

static gboolean
is_read (gpointer item)
{
  return bright_order_item_get_subject (item) != NULL;
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonArray) orders = practice_list (fixture->practice, "bigcommerce/orders");
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (BrightOrderItem) item = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  rows = g_object_ref (G_LIST_MODEL (get_model (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 20);
  interface_shoot (GTK_WINDOW (fixture->window), "orders-list");
  item = g_list_model_get_item (rows, 7);
  interface_wait (fixture->profile, is_read, item, "a row to be filled");
  number = g_strdup_printf ("%" G_GINT64_FORMAT, bright_order_item_get_number (item));
  name = g_strdup (bright_order_item_get_subject (item)->title);
  email = g_utf8_strup (bright_order_item_get_subject (item)->email, -1);
  search (fixture, number);
  wait_for_rows (fixture, 1);
  search (fixture, email);
  wait_for (fixture, GTK_TYPE_LABEL, number);
  search (fixture, name);
  wait_for (fixture, GTK_TYPE_LABEL, number);
  search (fixture, "nobody at all");
  wait_for (fixture, GTK_TYPE_LABEL, "Nothing Found");
  interface_assert_accessible (fixture->page);
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Show All Orders"));
  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

/* Each row says all of itself to a screen reader, and the counts are those of the journal. */
static void
test_filter (Fixture *fixture, gconstpointer unused)
{
  guint filtered = count_in_journal (fixture, "filtered");
  g_autofree char *label = g_strdup_printf ("Left out by the settings (%u)", filtered);
  GtkWidget *row;

  g_assert_cmpuint (filtered, >, 0);
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "filtered");
  wait_for_rows (fixture, filtered);
  wait_for (fixture, GTK_TYPE_LABEL, label);
  row = wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  interface_assert_accessible (fixture->page);
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "ignored");
  wait_for (fixture, GTK_TYPE_LABEL, "No Orders Here");
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "");
  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

static void
test_empty (Fixture *fixture, gconstpointer unused)
{
  wait_for (fixture, GTK_TYPE_LABEL, "No Orders Yet");
  interface_get (fixture->page, GTK_TYPE_BUTTON, "Sync Now");
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "attention");
  wait_for (fixture, GTK_TYPE_LABEL, "Nothing Needs You");
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "orders-nothing");
  gtk_widget_activate_action (fixture->page, "win.show-orders", "s", "");
  interface_click (wait_for (fixture, GTK_TYPE_BUTTON, "Sync Now"));
  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
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

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  model = get_model (fixture);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  item = g_list_model_get_item (G_LIST_MODEL (model), 5);
  number = bright_order_item_get_number (item);
  show_order (fixture, number);
  newest = practice_place_order (fixture->practice, "plain");
  profile_sync_and_forget (fixture->profile);
  wait_for_rows (fixture, n_items + 1);
  g_assert_true (bright_order_model_find (model, number, &position));
  g_assert_cmpuint (position, ==, 6);
  g_assert_true (bright_order_model_find (model, newest, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpint (bright_order_pane_get_number (BRIGHT_ORDER_PANE (get_pane (fixture))), ==,
                   number);
}

/* ---- One order ---- */

static void
test_detail (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *pane;
  GtkWidget *expander;

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  show_order (fixture, find_order (fixture, "plain"));
  pane = get_pane (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Both Sides");
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

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  interface_settle (fixture->profile);
  show_order (fixture, find_order (fixture, "plain"));
  back = wait_for (fixture, GTK_TYPE_BUTTON, "Back to the list (Escape)");
  g_assert_null (interface_find (fixture->page, BRIGHT_TYPE_ORDER_ROW, NULL));
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  interface_assert_accessible (fixture->page);
  gtk_widget_activate_action (back, "order.back", NULL);
  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
}

static void
test_unknown (Fixture *fixture, gconstpointer unused)
{
  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  show_order (fixture, 999999);
  interface_get (get_pane (fixture), GTK_TYPE_LABEL, "? Not known here");
  g_assert_null (interface_find (get_pane (fixture), GTK_TYPE_BUTTON, "Try Again"));
}

/* ---- What needs a person ---- */

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static void
give_reason (Fixture *fixture, const char *reason)
{
  GtkWindow *dialog;
  GtkWidget *entry;

  interface_settle (fixture->profile);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  interface_assert_accessible (GTK_WIDGET (dialog));
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "ignore"));
  entry = interface_get (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "ignore"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "ignore");
  interface_settle (fixture->profile);
}

static void
test_ignoring (Fixture *fixture, gconstpointer unused)
{
  gint64 number = fixture->missing;
  GtkWidget *pane;

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  show_order (fixture, number);
  pane = get_pane (fixture);
  interface_get (pane, GTK_TYPE_LABEL, "! Needs you");
  interface_click (interface_get (pane, GTK_TYPE_BUTTON, "Ignore…"));
  give_reason (fixture, "  Only a sample. ");
  wait_for (fixture, GTK_TYPE_LABEL, "– Ignored");
  interface_get (pane, GTK_TYPE_LABEL, "Only a sample.");
  g_assert_null (interface_find (pane, GTK_TYPE_BUTTON, "Ignore…"));
  interface_click (interface_get (pane, GTK_TYPE_BUTTON, "Stop Ignoring"));
  wait_for (fixture, GTK_TYPE_LABEL, "! Needs you");
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  const char *own
      = ADW_IS_ACTION_ROW (root) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)) : "";

  if (gtk_widget_get_mapped (root) && g_str_has_prefix (own, title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_group (GtkWidget *root, const char *code)
{
  if (BRIGHT_IS_ATTENTION_GROUP (root) && strcmp (gtk_widget_get_name (root), code) == 0)
    return gtk_widget_get_mapped (root) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_group (child, code);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_group (gpointer data)
{
  const Wanted *wanted = data;

  return find_group (wanted->root, wanted->text) != NULL;
}

static GtkWidget *
wait_for_group (Fixture *fixture, const char *code)
{
  Wanted wanted = { fixture->page, G_TYPE_NONE, code };

  interface_wait (fixture->profile, has_group, &wanted, code);
  return find_group (fixture->page, code);
}

static void
test_causes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->missing);
  g_autofree char *title = g_strdup_printf ("Order %s", number);
  GtkWidget *group;
  GtkWidget *row;

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  group = wait_for_group (fixture, "product-missing");
  interface_settle (fixture->profile);
  interface_get (group, GTK_TYPE_LABEL, "A product is not in Brightpearl");
  interface_get (group, GTK_TYPE_LABEL, "Can be mended in Brightpearl.");
  interface_get (group, GTK_TYPE_BUTTON, "Choose What Happens…");
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "orders-attention");
  row = find_row (group, title);
  g_assert_nonnull (row);
  interface_click (row);
  wait_for (fixture, GTK_TYPE_LABEL, title);
  interface_get (get_pane (fixture), GTK_TYPE_BUTTON, "Open the Setting That Decided");
  interface_shoot (GTK_WINDOW (fixture->window), "orders-detail-attention");
}

/* Very many for one cause are shown as a list, from which a button leads back. */
static void
test_one_cause (Fixture *fixture, gconstpointer unused)
{
  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  wait_for_group (fixture, "product-missing");
  gtk_widget_activate_action (fixture->page, "orders.show-cause", "s", "product-missing");
  wait_for_rows (fixture, 1);
  interface_click (
      interface_get (fixture->page, GTK_TYPE_BUTTON, "Back to what needs you, by cause"));
  wait_for_group (fixture, "product-missing");
}

/* The setting that mends it is changed; the next sync takes up all that waited. */
static void
test_mending (Fixture *fixture, gconstpointer unused)
{
  BrightSettings *settings = bright_sync_service_get_settings (fixture->profile->service);
  GtkWidget *toast;

  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  wait_for_group (fixture, "product-missing");
  g_object_set (bright_settings_get_group (settings, "orders"), "missing-product", "free-text",
                NULL);
  interface_settle (fixture->profile);
  toast = interface_get (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                         "The next sync tries again what waited for this.");
  /* The header has such a button too. */
  while (interface_find (toast, GTK_TYPE_BUTTON, "Sync Now") == NULL)
    toast = gtk_widget_get_parent (toast);
  interface_click (interface_get (toast, GTK_TYPE_BUTTON, "Sync Now"));
  wait_until_gone (fixture, GTK_TYPE_LABEL, "A product is not in Brightpearl");
}

static guint
count_entries (Fixture *fixture, gint64 number, const char *what)
{
  g_autoptr (BrightExplanation) explanation = profile_explain (fixture->profile, number);
  guint count = 0;

  for (guint i = 0; i < explanation->timeline->len; i++)
    count += strcmp (((BrightActivity *)explanation->timeline->pdata[i])->what, what) == 0;
  return count;
}

static gboolean
is_idle (gpointer service)
{
  g_autofree char *state = NULL;

  g_object_get (service, "state", &state, NULL);
  return strcmp (state, "idle") == 0;
}

/* Ignoring all of a cause, and taking it back with the toast. */
static void
test_ignoring_all (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *group;

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  group = wait_for_group (fixture, "product-missing");
  gtk_widget_activate_action (group, "group.ignore", NULL);
  give_reason (fixture, "Sold by phone.");
  wait_until_gone (fixture, GTK_TYPE_LABEL, "A product is not in Brightpearl");
  interface_click (interface_get (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Undo"));
  wait_for (fixture, GTK_TYPE_LABEL, "A product is not in Brightpearl");
}

/* All of a group are tried, and a sync does it at once. */
static void
test_retry (Fixture *fixture, gconstpointer unused)
{
  gint64 number = fixture->missing;
  BrightSyncService *service = fixture->profile->service;
  gint64 before;
  gint64 after;
  GtkWidget *group;

  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  group = wait_for_group (fixture, "product-missing");
  g_object_get (service, "last-success", &before, NULL);
  profile_advance (fixture->profile, 60);
  gtk_widget_activate_action (group, "group.try", NULL);
  interface_settle (fixture->profile);
  interface_wait (fixture->profile, is_idle, service, "the sync to end");
  g_object_get (service, "last-success", &after, NULL);
  g_assert_cmpint (after, >=, before + 60);
  g_assert_cmpuint (
      count_entries (fixture, number, "A person asked to have it tried at the next sync."), ==, 1);
}

/* An edit that waits for approval is applied when it is approved here. */
static void
test_approving (Fixture *fixture, gconstpointer unused)
{
  gint64 number = find_order (fixture, "plain");
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, number);
  g_autoptr (JsonNode) order = practice_call (fixture->practice, "GET", path, NULL);
  JsonArray *lines = json_object_get_array_member (json_node_get_object (order), "lines");
  gint64 line = json_object_get_int_member (json_array_get_object_element (lines, 0), "id");
  GtkWidget *pane;

  wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  practice_do (fixture->practice, path, "{'lines': [{'id': %" G_GINT64_FORMAT ", 'quantity': 3}]}",
               line);
  profile_sync_and_forget (fixture->profile);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "order-edited");
  wait_for_group (fixture, "order-edited");
  show_order (fixture, number);
  pane = get_pane (fixture);
  interface_get (pane, GTK_TYPE_LABEL, "! Needs you");
  wait_for (fixture, GTK_TYPE_LABEL, "≠ differs");
  interface_shoot (GTK_WINDOW (fixture->window), "orders-detail-edited");
  interface_click (interface_get (pane, GTK_TYPE_BUTTON, "Approve"));
  wait_for (fixture, GTK_TYPE_LABEL, "✓ In Brightpearl");
  interface_assert_accessible (fixture->page);
}

/* In watch mode nothing can be approved, and that is said. */
static void
test_watching (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *group;

  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  group = wait_for_group (fixture, "product-missing");
  gtk_widget_activate_action (group, "group.approve", NULL);
  interface_settle (fixture->profile);
  interface_get (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                 "Watching only: nothing is written until you choose Ask or Automatic.");
  g_assert_cmpint (profile_count_writes (fixture->profile), ==, 0);
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
#define ADD(name, settings, function)                                                              \
  g_test_add ("/orders/" name, Fixture, settings, set_up, function, tear_down)
  ADD ("search", NULL, test_search);
  ADD ("filter", NULL, test_filter);
  g_test_add ("/orders/empty", Fixture, NULL, open_window, test_empty, tear_down);
  ADD ("growing", NULL, test_growing);
  ADD ("detail", NULL, test_detail);
  ADD ("narrow", NULL, test_narrow);
  ADD ("unknown", NULL, test_unknown);
  ADD ("ignoring", NULL, test_ignoring);
  ADD ("causes", NULL, test_causes);
  ADD ("one-cause", NULL, test_one_cause);
  ADD ("mending", NULL, test_mending);
  ADD ("ignoring-all", NULL, test_ignoring_all);
  ADD ("retry", NULL, test_retry);
  ADD ("approving", "{'orders': {'edited-orders': 'attention'}}", test_approving);
  ADD ("watching", "{'schedule': {'mode': 'watch'}}", test_watching);
  return g_test_run ();
}
