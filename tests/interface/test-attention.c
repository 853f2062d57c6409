/* Tests of what needs a person: by cause, with the buttons that mend it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-attention-group.h"
#include "bright-order-row.h"
#include "orders-support.h"

#include <string.h>

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

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  orders_show_order (fixture, number);
  pane = orders_get_pane (fixture);
  interface_get (pane, GTK_TYPE_LABEL, "! Needs you");
  interface_click (interface_get (pane, GTK_TYPE_BUTTON, "Ignore…"));
  give_reason (fixture, "  Only a sample. ");
  orders_wait_for (fixture, GTK_TYPE_LABEL, "– Ignored");
  interface_get (pane, GTK_TYPE_LABEL, "Only a sample.");
  g_assert_null (interface_find (pane, GTK_TYPE_BUTTON, "Ignore…"));
  interface_click (interface_get (pane, GTK_TYPE_BUTTON, "Stop Ignoring"));
  orders_wait_for (fixture, GTK_TYPE_LABEL, "! Needs you");
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

typedef struct
{
  GtkWidget *root;
  const char *code;
} WantedGroup;

static gboolean
has_group (gpointer data)
{
  const WantedGroup *wanted = data;

  return find_group (wanted->root, wanted->code) != NULL;
}

static GtkWidget *
wait_for_group (Fixture *fixture, const char *code)
{
  WantedGroup wanted = { fixture->page, code };

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

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
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
  orders_wait_for (fixture, GTK_TYPE_LABEL, title);
  interface_get (orders_get_pane (fixture), GTK_TYPE_BUTTON, "Open the Setting");
  interface_shoot (GTK_WINDOW (fixture->window), "orders-detail-attention");
}

/* Very many for one cause are shown as a list, from which a button leads back. */
static void
test_one_cause (Fixture *fixture, gconstpointer unused)
{
  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  wait_for_group (fixture, "product-missing");
  gtk_widget_activate_action (fixture->page, "orders.show-cause", "s", "product-missing");
  orders_wait_for_rows (fixture, 1);
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
  orders_wait_until_gone (fixture, GTK_TYPE_LABEL, "A product is not in Brightpearl");
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

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "product-missing");
  group = wait_for_group (fixture, "product-missing");
  gtk_widget_activate_action (group, "group.ignore", NULL);
  give_reason (fixture, "Sold by phone.");
  orders_wait_until_gone (fixture, GTK_TYPE_LABEL, "A product is not in Brightpearl");
  interface_click (interface_get (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Undo"));
  orders_wait_for (fixture, GTK_TYPE_LABEL, "A product is not in Brightpearl");
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
  gint64 number = orders_find_order (fixture, "plain");
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, number);
  g_autoptr (JsonNode) order = practice_call (fixture->practice, "GET", path, NULL);
  JsonArray *lines = json_object_get_array_member (json_node_get_object (order), "lines");
  gint64 line = json_object_get_int_member (json_array_get_object_element (lines, 0), "id");
  GtkWidget *pane;

  orders_wait_for (fixture, BRIGHT_TYPE_ORDER_ROW, NULL);
  practice_do (fixture->practice, path, "{'lines': [{'id': %" G_GINT64_FORMAT ", 'quantity': 3}]}",
               line);
  profile_sync_and_forget (fixture->profile);
  gtk_widget_activate_action (fixture->page, "win.show-attention", "s", "order-edited");
  wait_for_group (fixture, "order-edited");
  orders_show_order (fixture, number);
  pane = orders_get_pane (fixture);
  interface_get (pane, GTK_TYPE_LABEL, "! Needs you");
  orders_wait_for (fixture, GTK_TYPE_LABEL, "≠ differs");
  interface_shoot (GTK_WINDOW (fixture->window), "orders-detail-edited");
  interface_click (interface_get (pane, GTK_TYPE_BUTTON, "Approve"));
  orders_wait_for (fixture, GTK_TYPE_LABEL, "✓ In Brightpearl");
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
  g_test_add ("/attention/" name, Fixture, settings, orders_set_up, function, orders_tear_down)
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
