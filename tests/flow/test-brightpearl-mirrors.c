/* Brightpearl's mirrors against the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "brightpearl-client.h"
#include "practice.h"
#include "test-util.h"

static const struct
{
  BrightpearlMirror mirror;
  const char *path;
} mirrors[] = {
  { BRIGHTPEARL_MIRROR_CONTACTS, "brightpearl/contacts" },
  { BRIGHTPEARL_MIRROR_PRODUCTS, "brightpearl/products" },
  { BRIGHTPEARL_MIRROR_SALES_ORDERS, "brightpearl/sales-orders" },
};

typedef struct
{
  Practice *practice;
  BrightClock *clock;
  BrightpearlClient *client;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->practice
      = practice_start ("--orders", "120", "--products", "60", "--limits", "off", NULL);
  fixture->clock = bright_clock_new_manual (g_get_real_time () / G_USEC_PER_SEC);
  fixture->client = brightpearl_client_new (
      fixture->practice->brightpearl_url, fixture->practice->account,
      fixture->practice->app_reference, fixture->practice->brightpearl_token, FALSE, 0, 60,
      fixture->clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->client);
  g_assert_finalize_object (fixture->clock);
  practice_stop (fixture->practice);
}

static void
wait_for_answer (Fixture *fixture)
{
  practice_wait (&fixture->result, fixture->clock);
}

static GPtrArray *
search_all (Fixture *fixture, BrightpearlMirror mirror)
{
  GPtrArray *all = bright_record_list_new (brightpearl_mirror_get_type_of (mirror));
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *records;

      g_clear_object (&fixture->result);
      brightpearl_client_search_async (fixture->client, mirror, "", all->len + 1, NULL,
                                       test_keep_result, &fixture->result);
      wait_for_answer (fixture);
      records = brightpearl_client_search_finish (fixture->client, fixture->result, &more, &error);
      g_assert_no_error (error);
      g_ptr_array_extend_and_steal (all, records);
    }
  return all;
}

static GPtrArray *
read_mirror (Fixture *fixture, BrightpearlMirror mirror, const char *ids)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  g_clear_object (&fixture->result);
  brightpearl_client_read_mirror_async (fixture->client, mirror, ids, NULL, test_keep_result,
                                        &fixture->result);
  wait_for_answer (fixture);
  records = brightpearl_client_read_mirror_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  return records;
}

/* The id is the first field of every mirrored record. */
static gint64
get_id (gconstpointer record)
{
  return *(const gint64 *) record;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = get_id (*(gconstpointer *) a);
  gint64 other = get_id (*(gconstpointer *) b);

  return (one > other) - (one < other);
}

/* What only a read by id knows is left out of the comparison. */
static void
forget_details (BrightpearlMirror mirror, gpointer record)
{
  BrightpearlContact *contact = record;
  BrightpearlProduct *product = record;

  if (mirror == BRIGHTPEARL_MIRROR_CONTACTS)
    {
      g_assert_true (contact->is_complete);
      contact->is_complete = FALSE;
      contact->default_address_id = 0;
    }
  else if (mirror == BRIGHTPEARL_MIRROR_PRODUCTS)
    {
      g_assert_true (product->is_complete);
      product->is_complete = FALSE;
      product->is_bundle = FALSE;
    }
}

static char *
make_id_set (GPtrArray *records)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < MIN (records->len, BRIGHTPEARL_ID_SET_SIZE); i++)
    g_array_append_vals (ids, records->pdata[i], 1);
  return brightpearl_format_id_set (ids, 0, ids->len);
}

/* What a search tells and what a read by id tells is the same. */
static void
compare_mirror (Fixture *fixture, BrightpearlMirror mirror, const char *path)
{
  const BrightRecordType *type = brightpearl_mirror_get_type_of (mirror);
  g_autoptr (JsonArray) real = practice_list (fixture->practice, path);
  g_autoptr (GPtrArray) found = search_all (fixture, mirror);
  g_autofree char *ids = make_id_set (found);
  g_autoptr (GPtrArray) read = read_mirror (fixture, mirror, ids);
  g_autoptr (GPtrArray) nothing = read_mirror (fixture, mirror, "990001-990009");

  g_test_message ("%s: %u", path, found->len);
  g_assert_cmpuint (found->len, ==, json_array_get_length (real));
  g_assert_cmpuint (read->len, ==, MIN (found->len, BRIGHTPEARL_ID_SET_SIZE));
  g_assert_cmpuint (nothing->len, ==, 0);
  g_ptr_array_sort (read, compare_ids);
  for (guint i = 0; i < read->len; i++)
    {
      g_autofree char *one = bright_record_to_string (type, found->pdata[i]);
      g_autofree char *other = NULL;

      forget_details (mirror, read->pdata[i]);
      other = bright_record_to_string (type, read->pdata[i]);
      g_assert_cmpstr (one, ==, other);
    }
}

static void
compare_all (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (mirrors); i++)
    compare_mirror (fixture, mirrors[i].mirror, mirrors[i].path);
}

static void
test_calm (Fixture *fixture, gconstpointer unused)
{
  compare_all (fixture);
  g_assert_cmpint (practice_get_count (fixture->practice, "brightpearl/writes"), ==, 0);
}

static void
test_faults (Fixture *fixture, gconstpointer unused)
{
  practice_set_faults (fixture->practice,
                       "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,lost=0.1,"
                       "truncate=0.1,seed=7,limit=40");
  for (guint i = 0; i < 5; i++)
    compare_all (fixture);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/brightpearl-mirrors/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("calm", test_calm);
  TEST ("faults", test_faults);
  return g_test_run ();
}
