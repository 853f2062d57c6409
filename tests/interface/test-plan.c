/* Tests of the page Plan: what it shows, and that only what was approved is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-plan-group.h"
#include "bright-plan-page.h"
#include "bright-plan-row.h"
#include "bright-sync-desk.h"
#include "bright-window.h"
#include "interface.h"

#include <string.h>

#define ASK                                                                                        \
  "{'schedule': {'mode': 'ask'}, 'payments': {'enabled': true, 'default-method': 'STRIPE'}}"
#define WATCH "{'schedule': {'mode': 'watch'}}"

typedef struct
{
  Practice *practice;
  Profile *profile;
  BrightWindow *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "40", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  bright_window_set_service (fixture->window, fixture->profile->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "plan");
  interface_settle (fixture->profile);
  fixture->page = interface_get (GTK_WIDGET (fixture->window), BRIGHT_TYPE_PLAN_PAGE, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = g_object_ref (fixture->page);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  interface_await_finalized (fixture->profile, fixture->window);
  interface_await_finalized (fixture->profile, page);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

static gboolean
is_idle (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *state = NULL;

  g_object_get (fixture->profile->service, "state", &state, NULL);
  return strcmp (state, "working") != 0;
}

static void
wait_for_end (Fixture *fixture)
{
  interface_wait (fixture->profile, is_idle, fixture, "the sync to end");
  interface_settle (fixture->profile);
  interface_settle (fixture->profile);
}

static GPtrArray *
get_plan (Fixture *fixture)
{
  return bright_sync_service_get_plan (fixture->profile->service);
}

static guint
count_planned (Fixture *fixture, const char *flow)
{
  GPtrArray *plan = get_plan (fixture);
  guint count = 0;

  for (guint i = 0; i < plan->len; i++)
    {
      const BrightStep *step = g_ptr_array_index (plan, i);

      count += step->verb[0] != '\0' && (flow == NULL || strcmp (step->flow, flow) == 0) ? 1 : 0;
    }
  return count;
}

static guint
count_at (Fixture *fixture, const char *path)
{
  g_autoptr (JsonArray) list = practice_list (fixture->practice, path);

  return json_array_get_length (list);
}

static void
make_plan (Fixture *fixture)
{
  gint64 before = profile_count_writes (fixture->profile);

  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Make a Plan"));
  wait_for_end (fixture);
  g_assert_cmpuint (count_planned (fixture, NULL), >, 0);
  g_assert_cmpint (profile_count_writes (fixture->profile), ==, before);
}

/* The toast that is shown begins with these words. */
static gboolean
has_toast (Fixture *fixture, const char *end)
{
  GtkWidget *toast
      = interface_find (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? interface_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL && g_str_has_suffix (gtk_label_get_label (GTK_LABEL (label)), end);
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static void
choose_flow (Fixture *fixture, const char *words)
{
  GtkDropDown *filter = GTK_DROP_DOWN (interface_get (fixture->page, GTK_TYPE_DROP_DOWN, NULL));
  GListModel *model = gtk_drop_down_get_model (filter);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (model), i), words))
      {
        gtk_drop_down_set_selected (filter, i);
        interface_settle (fixture->profile);
        return;
      }
  g_error ("the filter does not offer %s", words);
}

/* ---- */

/* Before anything is known, the page offers to find out. */
static void
test_empty (Fixture *fixture, gconstpointer unused)
{
  interface_get (fixture->page, ADW_TYPE_STATUS_PAGE, "No plan yet");
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "plan-empty");
  make_plan (fixture);
  g_assert_null (interface_find (fixture->page, ADW_TYPE_STATUS_PAGE, NULL));
}

/* After a sync that left nothing to do, both sides are in step. */
static void
test_in_step (Fixture *fixture, gconstpointer unused)
{
  profile_sync_and_forget (fixture->profile);
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Make a Plan"));
  wait_for_end (fixture);
  interface_get (fixture->page, ADW_TYPE_STATUS_PAGE, "Nothing to write");
}

/* Each row is named, and the steps stand under their subject. */
static void
test_rows (Fixture *fixture, gconstpointer unused)
{
  const BrightStep *first;
  GtkWidget *summary;

  make_plan (fixture);
  first = g_ptr_array_index (get_plan (fixture), 0);
  summary = interface_get (fixture->page, GTK_TYPE_LABEL, first->summary);
  g_assert_nonnull (gtk_widget_get_ancestor (summary, BRIGHT_TYPE_PLAN_ROW));
  interface_get (fixture->page, GTK_TYPE_LABEL, "Customers · Create · Brightpearl");
  interface_assert_accessible (fixture->page);
  interface_shoot (GTK_WINDOW (fixture->window), "plan-ask");
}

static guint
count_shown (Fixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (interface_get (fixture->page, GTK_TYPE_LIST_VIEW, NULL));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static gboolean
shows_all (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) groups = bright_plan_group (get_plan (fixture), NULL);

  return count_shown (fixture) == count_planned (fixture, NULL) + groups->len;
}

/* The list shows every step and every subject once, also after parts of it went and came. */
static void
test_fill (Fixture *fixture, gconstpointer unused)
{
  make_plan (fixture);
  interface_wait (fixture->profile, shows_all, fixture, "the whole plan");
  choose_flow (fixture, "Payments");
  g_assert_cmpuint (count_shown (fixture), ==, 2 * count_planned (fixture, "payments"));
  choose_flow (fixture, "All Flows");
  interface_wait (fixture->profile, shows_all, fixture, "the whole plan");
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve"));
  wait_for_end (fixture);
  interface_wait (fixture->profile, shows_all, fixture, "the rest of the plan");
  /* A plan that comes while nobody looks is there when somebody does. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "home");
  practice_place_order (fixture->practice, NULL);
  profile_sync_and_forget (fixture->profile);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "plan");
  interface_wait (fixture->profile, shows_all, fixture, "the plan that came meanwhile");
}

/* One subject is approved: everything for it is sent, and nothing else. */
static void
test_approve_subject (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *subject = NULL;
  g_autoptr (JsonArray) orders = NULL;
  guint before = count_at (fixture, "brightpearl/sales-orders");
  guint planned;

  make_plan (fixture);
  planned = count_planned (fixture, NULL);
  subject = g_strdup (((BrightStep *)g_ptr_array_index (get_plan (fixture), 0))->subject);
  g_assert_true (g_str_has_prefix (subject, "order "));
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve"));
  g_assert_null (find_question ());
  wait_for_end (fixture);
  orders = practice_list (fixture->practice, "brightpearl/sales-orders");
  g_assert_cmpuint (json_array_get_length (orders), ==, before + 1);
  g_assert_cmpstr (bright_json_get_string (json_array_get_element (orders, before), "externalRef"),
                   ==, subject + strlen ("order "));
  g_assert_cmpuint (count_planned (fixture, NULL), <, planned);
  g_assert_true (has_toast (fixture, " sent"));
  for (guint i = 0; i < get_plan (fixture)->len; i++)
    g_assert_cmpstr (((BrightStep *)g_ptr_array_index (get_plan (fixture), i))->subject, !=,
                     subject);
}

/* One flow is approved: orders with their customers are made, but no payment is booked. */
static void
test_approve_flow (Fixture *fixture, gconstpointer unused)
{
  guint before = count_at (fixture, "brightpearl/sales-orders");
  guint payments = count_at (fixture, "brightpearl/payments");
  guint planned;

  make_plan (fixture);
  planned = count_planned (fixture, "payments");
  g_assert_cmpuint (planned, >, 0);
  choose_flow (fixture, "Orders");
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve Orders…"));
  interface_settle (fixture->profile);
  g_assert_nonnull (find_question ());
  adw_message_dialog_response (find_question (), "approve");
  wait_for_end (fixture);
  g_assert_cmpuint (count_at (fixture, "brightpearl/sales-orders"), >, before);
  g_assert_cmpuint (count_at (fixture, "brightpearl/payments"), ==, payments);
  g_assert_cmpuint (count_planned (fixture, "orders"), ==, 0);
  g_assert_cmpuint (count_planned (fixture, "payments"), ==, planned);
}

/* The question is asked with numbers, and nothing happens without an answer. */
static void
test_approve_all (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *heading = NULL;
  gint64 before;

  make_plan (fixture);
  before = profile_count_writes (fixture->profile);
  heading = g_strdup_printf ("Send %u changes?", count_planned (fixture, NULL));
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve All…"));
  interface_settle (fixture->profile);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_question ()), ==, heading);
  interface_assert_accessible (GTK_WIDGET (find_question ()));
  adw_message_dialog_response (find_question (), "cancel");
  interface_settle (fixture->profile);
  g_assert_true (is_idle (fixture));
  g_assert_cmpint (profile_count_writes (fixture->profile), ==, before);
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve All…"));
  interface_settle (fixture->profile);
  adw_message_dialog_response (find_question (), "approve");
  wait_for_end (fixture);
  g_assert_cmpint (profile_count_writes (fixture->profile), >, before);
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 0);
  interface_get (fixture->page, ADW_TYPE_STATUS_PAGE, "Nothing to write");
  g_assert_cmpuint (count_at (fixture, "brightpearl/payments"), >, 0);
}

/* A window that goes takes its question along. */
static void
test_leave_question (Fixture *fixture, gconstpointer unused)
{
  make_plan (fixture);
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve All…"));
  interface_settle (fixture->profile);
  g_assert_nonnull (find_question ());
}

/* In watch mode nothing can be approved, and the page says so. */
static void
test_watch (Fixture *fixture, gconstpointer unused)
{
  gint64 before;

  make_plan (fixture);
  before = profile_count_writes (fixture->profile);
  g_assert_null (interface_find (fixture->page, GTK_TYPE_BUTTON, "Approve All…"));
  g_assert_null (interface_find (fixture->page, GTK_TYPE_BUTTON, "Approve"));
  gtk_widget_activate_action (fixture->page, "plan.approve-shown", NULL);
  gtk_widget_activate_action (fixture->page, "plan.approve-subject", "s", "order 100");
  interface_settle (fixture->profile);
  g_assert_null (find_question ());
  g_assert_true (is_idle (fixture));
  g_assert_cmpint (profile_count_writes (fixture->profile), ==, before);
  interface_get (fixture->page, GTK_TYPE_BUTTON, "Choose Mode…");
  interface_shoot (GTK_WINDOW (fixture->window), "plan-watch");
}

/* Another mode shows at once what can be done in it. */
static void
test_mode (Fixture *fixture, gconstpointer unused)
{
  BrightSettings *settings = bright_sync_service_get_settings (fixture->profile->service);

  make_plan (fixture);
  g_object_set (bright_settings_get_group (settings, "schedule"), "mode", "ask", NULL);
  interface_settle (fixture->profile);
  interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve All…");
  interface_get (fixture->page, GTK_TYPE_BUTTON, "Approve");
  g_object_set (bright_settings_get_group (settings, "schedule"), "mode", "automatic", NULL);
  interface_settle (fixture->profile);
  g_assert_null (interface_find (fixture->page, GTK_TYPE_BUTTON, "Approve"));
  interface_click (interface_get (fixture->page, GTK_TYPE_BUTTON, "Send Them Now"));
  wait_for_end (fixture);
  g_assert_cmpuint (count_planned (fixture, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  interface_init (&argc, &argv);
  g_test_add ("/plan/empty", Fixture, ASK, set_up, test_empty, tear_down);
  g_test_add ("/plan/in-step", Fixture, NULL, set_up, test_in_step, tear_down);
  g_test_add ("/plan/rows", Fixture, ASK, set_up, test_rows, tear_down);
  g_test_add ("/plan/fill", Fixture, ASK, set_up, test_fill, tear_down);
  g_test_add ("/plan/approve-subject", Fixture, ASK, set_up, test_approve_subject, tear_down);
  g_test_add ("/plan/approve-flow", Fixture, ASK, set_up, test_approve_flow, tear_down);
  g_test_add ("/plan/approve-all", Fixture, ASK, set_up, test_approve_all, tear_down);
  g_test_add ("/plan/leave-question", Fixture, ASK, set_up, test_leave_question, tear_down);
  g_test_add ("/plan/watch", Fixture, WATCH, set_up, test_watch, tear_down);
  g_test_add ("/plan/mode", Fixture, WATCH, set_up, test_mode, tear_down);
  return g_test_run ();
}
