/* Tests of notes that are synced with the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-note-text.h"
#include "profile.h"

#include <string.h>

#define ORDERS "60"
#define SETTINGS                                                                                   \
  "{'notes': {'enabled': true, 'customer-field': 'PCF_CUSTMSG', 'staff-field': 'PCF_SHOPNOTE'},"   \
  " 'orders': {'brightpearl-statuses': [3, 6]}}"
#define PATIENT_SETTINGS                                                                           \
  "{'connection': {'patience-seconds': 900},"                                                      \
  " 'notes': {'enabled': true, 'customer-field': 'PCF_CUSTMSG', 'staff-field': 'PCF_SHOPNOTE'},"   \
  " 'orders': {'brightpearl-statuses': [3, 6]}}"

typedef struct
{
  Practice *practice;
  Profile *profile;
  gint64 order;       /* one that is linked */
  gint64 sales_order; /* its sales order */
} Fixture;

static char *
get_text (JsonNode *node, const char *path)
{
  const char *text = bright_json_get_string (node, path);

  return bright_note_tidy (text != NULL ? text : "");
}

static JsonNode *
get_order (Practice *practice, gint64 id)
{
  g_autofree char *path = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, id);

  return practice_call (practice, "GET", path, NULL);
}

/* The sales order of the store's order @order, or with the id @id. */
static JsonNode *
find_sales_order (Practice *practice, gint64 order, gint64 id)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");
  g_autofree char *reference = g_strdup_printf ("%" G_GINT64_FORMAT, order);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (bright_json_get_integer (node, "id", 0) == id
          || (order != 0
              && g_strcmp0 (bright_json_get_string (node, "externalRef"), reference) == 0))
        return json_node_copy (node);
    }
  return NULL;
}

static void
assert_staff (const Fixture *fixture, const char *store, const char *brightpearl)
{
  g_autoptr (JsonNode) order = get_order (fixture->practice, fixture->order);
  g_autoptr (JsonNode) sales_order = find_sales_order (fixture->practice, 0, fixture->sales_order);
  g_autofree char *one = get_text (order, "staff_notes");
  g_autofree char *other = get_text (sales_order, "customFields/PCF_SHOPNOTE");

  g_assert_cmpstr (one, ==, store);
  g_assert_cmpstr (other, ==, brightpearl);
}

static void
edit_store (const Fixture *fixture, const char *text)
{
  g_autofree char *path
      = g_strdup_printf ("bigcommerce/orders/%" G_GINT64_FORMAT, fixture->order);

  practice_do (fixture->practice, path, "{'staff_notes': '%s'}", text);
}

static void
edit_brightpearl (const Fixture *fixture, const char *text)
{
  g_autofree char *path
      = g_strdup_printf ("brightpearl/sales-orders/%" G_GINT64_FORMAT, fixture->sales_order);

  practice_do (fixture->practice, path, "{'customFields': {'PCF_SHOPNOTE': '%s'}}", text);
}

/* A sync in which open sales orders are due to be read again. */
static BrightSyncReport *
sync_later (const Fixture *fixture)
{
  profile_advance (fixture->profile, 2 * 60 * 60);
  return profile_sync (fixture->profile);
}

static void
sync_later_and_forget (const Fixture *fixture)
{
  g_autoptr (BrightSyncReport) report = sync_later (fixture);
}

/* A guest's order, linked, with the staff note "Call" on both sides. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) sales_order = NULL;

  fixture->practice = practice_start ("--orders", "0", NULL);
  fixture->profile = profile_new (fixture->practice, SETTINGS);
  fixture->order = practice_place_order (fixture->practice, "plain");
  edit_store (fixture, "Call");
  profile_sync_and_forget (fixture->profile);
  sales_order = find_sales_order (fixture->practice, fixture->order, 0);
  g_assert_nonnull (sales_order);
  fixture->sales_order = bright_json_get_integer (sales_order, "id", 0);
  assert_staff (fixture, "Call", "Call");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

/* Every linked order's words are in its first sales order. */
static guint
assert_all_copied (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");
  guint n_texts = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *reference = bright_json_get_string (node, "externalRef");
      gint64 id = reference != NULL && strchr (reference, '-') == NULL
                      ? g_ascii_strtoll (reference, NULL, 10)
                      : 0;
      g_autoptr (JsonNode) order = id != 0 ? get_order (practice, id) : NULL;
      g_autofree char *message = get_text (order, "customer_message");
      g_autofree char *copied = get_text (node, "customFields/PCF_CUSTMSG");
      g_autofree char *note = get_text (order, "staff_notes");
      g_autofree char *shared = get_text (node, "customFields/PCF_SHOPNOTE");

      if (order == NULL)
        continue;
      g_assert_cmpstr (copied, ==, message);
      g_assert_cmpstr (shared, ==, note);
      n_texts += (message[0] != '\0') + (note[0] != '\0');
    }
  return n_texts;
}

static void
test_all (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, NULL);
  g_autoptr (Profile) profile = profile_new (practice, SETTINGS);
  g_autoptr (BrightSyncReport) plan = profile_plan (profile);
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpuint (profile_count_steps (plan, "notes"), >, 0);
  g_assert_cmpuint (profile_count_steps (plan, "notes"), ==, report->notes_to_brightpearl);
  g_assert_cmpuint (assert_all_copied (practice), >=, report->notes_to_brightpearl);
  g_assert_cmpuint (report->notes_to_bigcommerce, ==, 0);
  profile_assert_settled (profile);
}

static void
test_faults (gconstpointer faults)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, "--limits", "off", NULL);
  g_autoptr (Profile) profile = profile_new (practice, PATIENT_SETTINGS);

  practice_set_faults (practice, faults);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  profile_sync_and_forget (profile);
  g_assert_cmpuint (assert_all_copied (practice), >, 0);
  profile_assert_settled (profile);
}

static void
test_both_ways (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) to_brightpearl = NULL;
  g_autoptr (BrightSyncReport) to_store = NULL;

  edit_store (fixture, "Call twice");
  to_brightpearl = profile_sync (fixture->profile);
  g_assert_cmpuint (to_brightpearl->notes_to_brightpearl, ==, 1);
  assert_staff (fixture, "Call twice", "Call twice");
  edit_brightpearl (fixture, "Call &amp; wait");
  to_store = sync_later (fixture);
  g_assert_cmpuint (to_store->notes_to_bigcommerce, ==, 1);
  assert_staff (fixture, "Call & wait", "Call & wait");
  profile_assert_settled (fixture->profile);
}

static void
test_blank (Fixture *fixture, gconstpointer unused)
{
  edit_store (fixture, "");
  sync_later_and_forget (fixture);
  assert_staff (fixture, "", "Call");
  edit_brightpearl (fixture, "Ring");
  sync_later_and_forget (fixture);
  assert_staff (fixture, "Ring", "Ring");
  profile_assert_settled (fixture->profile);
}

static void
test_gate (Fixture *fixture, gconstpointer unused)
{
  profile_restart (fixture->profile, "{'orders': {'brightpearl-statuses': [6]}}");
  edit_brightpearl (fixture, "Ring");
  sync_later_and_forget (fixture);
  assert_staff (fixture, "Call", "Ring");
  profile_assert_settled (fixture->profile);
  profile_restart (fixture->profile, "{'orders': {'brightpearl-statuses': [3]}}");
  profile_sync_and_forget (fixture->profile);
  assert_staff (fixture, "Ring", "Ring");
}

static char *
merge_now (const Fixture *fixture, const char *store, const char *brightpearl)
{
  g_autoptr (GDateTime) now
      = g_date_time_new_from_unix_utc (bright_clock_get_seconds (fixture->profile->clock));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GDateTime) there = g_date_time_to_timezone (now, zone);
  g_autofree char *date = g_date_time_format (there, "%F");

  return bright_note_merge (store, brightpearl, date);
}

static void
test_conflict (Fixture *fixture, gconstpointer faults)
{
  g_autofree char *subject = g_strdup_printf ("order %" G_GINT64_FORMAT, fixture->order);
  g_autofree char *merged = NULL;
  g_autoptr (BrightSyncReport) first = NULL;
  g_autoptr (BrightSyncReport) second = NULL;
  g_autoptr (BrightSyncReport) approved = NULL;
  g_autoptr (GError) error = NULL;

  edit_store (fixture, "Call Ann");
  edit_brightpearl (fixture, "Call Ben");
  practice_set_faults (fixture->practice, faults != NULL ? faults : "");
  first = sync_later (fixture);
  practice_set_faults (fixture->practice, "");
  g_assert_cmpstr (profile_find_attention (first, subject), ==, "notes-conflict");
  merged = merge_now (fixture, "Call Ann", "Call Ben");
  assert_staff (fixture, merged, merged);
  profile_assert_settled (fixture->profile);
  second = profile_sync (fixture->profile);
  g_assert_cmpstr (profile_find_attention (second, subject), ==, "notes-conflict");
  approved = profile_run (fixture->profile, FALSE, subject, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile_find_attention (approved, subject), ==, "");
  profile_assert_settled (fixture->profile);
}

/* A plan shows both writes of a merge, and writes nothing. */
static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BrightSyncReport) plan = NULL;

  edit_store (fixture, "Call Ann");
  edit_brightpearl (fixture, "Call Ben");
  profile_advance (fixture->profile, 2 * 60 * 60);
  plan = profile_plan (fixture->profile);
  g_assert_cmpuint (profile_count_steps (plan, "notes"), ==, 2);
  assert_staff (fixture, "Call Ann", "Call Ben");
  sync_later_and_forget (fixture);
  profile_assert_settled (fixture->profile);
}

/* A staff note longer than the store takes is cut between characters. */
static void
test_long (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("x");
  g_autofree char *cut = NULL;

  while (text->len < 70000)
    g_string_append (text, "é");
  cut = bright_note_cut (text->str);
  g_assert_cmpuint (strlen (cut), ==, BRIGHT_NOTE_STORE_BYTES);
  edit_brightpearl (fixture, text->str);
  sync_later_and_forget (fixture);
  assert_staff (fixture, cut, text->str);
  profile_assert_settled (fixture->profile);
}

static void
test_unfit (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile
      = profile_new (practice, "{'notes': {'enabled': true, 'staff-field': 'PCF_BIZTYPE'}}");
  Fixture fixture = { practice, profile, practice_place_order (practice, "plain"), 0 };
  g_autoptr (BrightSyncReport) report = NULL;

  edit_store (&fixture, "Call");
  report = profile_sync (profile);
  g_assert_cmpuint (profile_count_attention (report, "refused-by-brightpearl"), ==, 1);
  profile_assert_settled (profile);
}

static void
test_gone (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", "0", NULL);
  g_autoptr (Profile) profile
      = profile_new (practice, "{'notes': {'enabled': true, 'staff-field': 'PCF_NOWHERE'}}");
  g_autoptr (BrightSyncReport) report = profile_sync (profile);

  g_assert_cmpuint (profile_count_attention (report, "reference-gone"), ==, 1);
}

/* With nothing new, reading the fields costs one request for up to 200 orders, and only when
 * the sales orders are read again. */
static void
test_requests (Fixture *fixture, gconstpointer unused)
{
  const char *route = "brightpearl GET order-service/order/{ids}";

  sync_later_and_forget (fixture);
  practice_reset_counts (fixture->practice);
  profile_sync_and_forget (fixture->profile);
  g_assert_cmpint (practice_get_route_count (fixture->practice, route), ==, 0);
  sync_later_and_forget (fixture);
  g_assert_cmpint (practice_get_route_count (fixture->practice, route), ==, 1);
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/notes/" path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  static const char *const faults[] = { "throttle=0.1", "error=0.1", "unavailable=0.1", "html=0.1",
                                        "reset=0.1", "truncate=0.1", "slow=0.1" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/all", test_all);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/notes/faults/%s", faults[i]);

      g_test_add_data_func (path, faults[i], test_faults);
    }
  g_test_add_data_func ("/notes/faults/all",
                        "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,truncate=0.1,lost=0.1",
                        test_faults);
  g_test_add_data_func ("/notes/lost-answers", "lost=0.3,seed=7", test_faults);
  ADD ("both-ways", NULL, test_both_ways);
  ADD ("blank", NULL, test_blank);
  ADD ("gate", NULL, test_gate);
  ADD ("conflict", NULL, test_conflict);
  ADD ("conflict-with-lost-answers", "lost=0.3,seed=3", test_conflict);
  ADD ("plan", NULL, test_plan);
  ADD ("long", NULL, test_long);
  g_test_add_func ("/notes/unfit-field", test_unfit);
  g_test_add_func ("/notes/field-that-is-gone", test_gone);
  ADD ("requests", NULL, test_requests);
  return g_test_run ();
}
