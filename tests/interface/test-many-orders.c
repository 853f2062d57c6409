/* Tests of the list with 100,000 orders, which a journal holds and the window must not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal.h"
#include "bright-order-list.h"
#include "bright-order-pane.h"
#include "bright-order-row.h"
#include "bright-orders-page.h"
#include "bright-window.h"
#include "interface.h"
#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

#define ORDERS 100000
#define PER_BATCH 5000
/* A view holds so many rows besides those that can be seen. */
#define MOST_HELD 300

typedef struct
{
  char *folder;
  char *path; /* of the journal */
  BrightClock *clock;
  BrightSyncService *service;
  BrightWindow *window;
  GtkWidget *list;
  BrightOrderModel *model;
} Fixture;

static gboolean
has_result (gpointer result)
{
  return *(GAsyncResult **)result != NULL;
}

static void
put_order (BrightJournalBatch *batch, gint64 number, const char *state)
{
  g_autofree char *name = g_strdup_printf ("order %" G_GINT64_FORMAT, number);
  g_autofree char *title = g_strdup_printf ("Shopper %" G_GINT64_FORMAT, number);
  BrightSubject subject = {
    .subject = name,
    .number = number,
    .flow = (char *)"orders",
    .state = (char *)state,
    .title = title,
    .currency = (char *)"GBP",
    .amount = number * BRIGHT_MONEY_UNIT,
    .placed_at = 1700000000 + number,
  };

  bright_journal_batch_put_subject (batch, &subject);
}

/* Takes the batch. */
static void
commit (BrightJournal *journal, BrightJournalBatch *batch)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bright_journal_commit_async (journal, batch, NULL, test_keep_result, &result);
  interface_wait (NULL, has_result, &result, "a commit");
  bright_journal_commit_finish (journal, result, &error);
  g_assert_no_error (error);
}

static BrightJournal *
open_journal (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  BrightJournal *journal;

  bright_journal_open_async (fixture->path, NULL, test_keep_result, &result);
  interface_wait (NULL, has_result, &result, "a journal");
  journal = bright_journal_open_finish (result, &error);
  g_assert_no_error (error);
  return journal;
}

static void
close_journal (BrightJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;

  bright_journal_close_async (journal, test_keep_result, &result);
  interface_wait (NULL, has_result, &result, "a journal to close");
  g_assert_true (bright_journal_close_finish (journal, result, NULL));
  g_object_unref (journal);
}

static void
write_orders (Fixture *fixture)
{
  BrightJournal *journal = open_journal (fixture);

  for (gint64 first = 1; first <= ORDERS; first += PER_BATCH)
    {
      BrightJournalBatch *batch = bright_journal_batch_new ();

      for (gint64 number = first; number < first + PER_BATCH; number++)
        put_order (batch, number, number % 4 == 0 ? "waiting" : "linked");
      commit (journal, batch);
    }
  close_journal (journal);
}

static void
open_service (Fixture *fixture)
{
  g_autofree char *settings = g_build_filename (fixture->folder, "settings.json", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (settings, "{\"version\": 1}", -1, 0, 0600, &error);
  g_assert_no_error (error);
  fixture->service = bright_sync_service_new (fixture->folder, fixture->folder, fixture->clock);
  bright_sync_service_open_async (fixture->service, NULL, test_keep_result, &result);
  interface_wait (NULL, has_result, &result, "the profile to open");
  bright_sync_service_open_finish (fixture->service, result, &error);
  g_assert_no_error (error);
}

static gboolean
lists_all (gpointer model)
{
  return g_list_model_get_n_items (model) == ORDERS;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page;

  fixture->folder = g_dir_make_tmp ("brightconnect-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->clock = bright_clock_new_manual (g_get_real_time () / G_USEC_PER_SEC);
  write_orders (fixture);
  open_service (fixture);
  fixture->window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  bright_window_set_service (fixture->window, fixture->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "orders");
  interface_settle (NULL);
  page = interface_get (GTK_WIDGET (fixture->window), BRIGHT_TYPE_ORDERS_PAGE, NULL);
  fixture->list = interface_get (page, BRIGHT_TYPE_ORDER_LIST, NULL);
  fixture->model = bright_order_list_get_model (BRIGHT_ORDER_LIST (fixture->list));
  interface_wait (NULL, lists_all, fixture->model, "all orders to be listed");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_remove (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (NULL);
  interface_await_finalized (NULL, fixture->window);
  bright_sync_service_close_async (fixture->service, test_keep_result, &result);
  interface_wait (NULL, has_result, &result, "the profile to close");
  g_clear_object (&result);
  g_assert_finalize_object (fixture->service);
  g_object_unref (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* ---- What is waited for ---- */

typedef struct
{
  GtkWidget *root;
  gint64 number;
} Wanted;

static gboolean
shows_row (GtkWidget *root, gint64 number)
{
  BrightOrderItem *item
      = BRIGHT_IS_ORDER_ROW (root) ? bright_order_row_get_item (BRIGHT_ORDER_ROW (root)) : NULL;

  if (item != NULL && bright_order_item_get_number (item) == number
      && bright_order_item_get_subject (item) != NULL)
    return gtk_widget_get_mapped (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_row (child, number))
      return TRUE;
  return FALSE;
}

static gboolean
shows (gpointer data)
{
  const Wanted *wanted = data;

  return shows_row (wanted->root, wanted->number);
}

static void
wait_for_row (Fixture *fixture, gint64 number)
{
  Wanted wanted = { fixture->list, number };

  interface_wait (NULL, shows, &wanted, "a row");
}

static guint
count_kept (Fixture *fixture)
{
  return bright_order_cache_count (bright_order_model_get_cache (fixture->model));
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *scroller = interface_get (fixture->list, GTK_TYPE_SCROLLED_WINDOW, NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* ---- The tests ---- */

/* From the newest to the oldest and back; the rows are filled wherever one looks. */
static void
test_scrolling (Fixture *fixture, gconstpointer unused)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  wait_for_row (fixture, ORDERS);
  for (guint tenth = 1; tenth <= 10; tenth++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * tenth / 10);
      interface_settle (NULL);
      g_assert_cmpuint (count_kept (fixture), <=, BRIGHT_ORDER_CACHE_MOST_KEPT + MOST_HELD);
    }
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_for_row (fixture, 1);
  gtk_adjustment_set_value (adjustment, 0.0);
  wait_for_row (fixture, ORDERS);
}

/* Something that walks the whole model does not fill the memory. */
static void
test_walking (Fixture *fixture, gconstpointer unused)
{
  gint64 before = G_MAXINT64;

  for (guint i = 0; i < ORDERS; i++)
    {
      g_autoptr (BrightOrderItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_assert_cmpint (bright_order_item_get_number (item), <, before);
      before = bright_order_item_get_number (item);
    }
  g_assert_cmpint (before, ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), ORDERS));
  interface_settle (NULL);
  g_assert_cmpuint (count_kept (fixture), <=, BRIGHT_ORDER_CACHE_MOST_KEPT + MOST_HELD);
}

typedef struct
{
  guint times;
  guint removed;
  guint added;
} Changes;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Changes *changes = user_data;

  changes->times++;
  changes->removed += removed;
  changes->added += added;
}

static gboolean
lists_two_less (gpointer model)
{
  return g_list_model_get_n_items (model) == ORDERS / 4 - 2;
}

static gboolean
lists_waiting (gpointer model)
{
  return g_list_model_get_n_items (model) == ORDERS / 4;
}

static void
change_orders (Fixture *fixture)
{
  BrightJournal *journal = open_journal (fixture);
  BrightJournalBatch *batch = bright_journal_batch_new ();

  put_order (batch, 99996, "linked");
  put_order (batch, 4000, "linked");
  put_order (batch, 50000, "waiting");
  commit (journal, batch);
  close_journal (journal);
}

static guint
get_selected (Fixture *fixture)
{
  GtkWidget *view = interface_get (fixture->list, GTK_TYPE_LIST_VIEW, NULL);
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection));
}

/* Where orders come and go, only that is told, and what is selected stays so. */
static void
test_changes (Fixture *fixture, gconstpointer unused)
{
  Changes changes = { 0 };
  guint position;

  bright_order_model_set_filter (fixture->model, "", "waiting", "");
  interface_wait (NULL, lists_waiting, fixture->model, "those that wait");
  bright_order_list_select (BRIGHT_ORDER_LIST (fixture->list), 50000);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), &changes);
  change_orders (fixture);
  bright_order_model_refresh (fixture->model);
  interface_wait (NULL, lists_two_less, fixture->model, "two to be gone");
  g_signal_handlers_disconnect_by_data (fixture->model, &changes);
  g_assert_cmpuint (changes.times, ==, 2);
  g_assert_cmpuint (changes.removed, ==, 2);
  g_assert_cmpuint (changes.added, ==, 0);
  g_assert_false (bright_order_model_find (fixture->model, 4000, &position));
  g_assert_true (bright_order_model_find (fixture->model, 50000, &position));
  g_assert_cmpuint (get_selected (fixture), ==, position);
}

static gboolean
is_linked (gpointer item)
{
  const BrightSubject *subject = bright_order_item_get_subject (item);

  return subject != NULL && strcmp (subject->state, "linked") == 0;
}

/* A row that is shown is changed in place. */
static void
test_in_place (Fixture *fixture, gconstpointer unused)
{
  Changes changes = { 0 };
  g_autoptr (BrightOrderItem) item = NULL;
  guint position;

  wait_for_row (fixture, 99996);
  g_assert_true (bright_order_model_find (fixture->model, 99996, &position));
  item = g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
  g_assert_cmpstr (bright_order_item_get_subject (item)->state, ==, "waiting");
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), &changes);
  change_orders (fixture);
  bright_order_model_refresh (fixture->model);
  interface_wait (NULL, is_linked, item, "the row to change");
  g_signal_handlers_disconnect_by_data (fixture->model, &changes);
  g_assert_cmpuint (changes.times, ==, 0);
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/many-orders/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("scrolling", test_scrolling);
  ADD ("walking", test_walking);
  ADD ("changes", test_changes);
  ADD ("in-place", test_in_place);
  return g_test_run ();
}
