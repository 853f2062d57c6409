/* Tests that no sales order is made twice when answers are lost in an account without any.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There no id tells where to read on, so that a search must find what was made.
 */
#include "profile.h"

#define ORDERS "60"
#define CREATION "on=externalRef" /* only a body that makes a sales order has it */

/* Every store order has one sales order at most; returns how many have one. */
static guint
assert_none_doubled (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");
  g_autoptr (GHashTable) references = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *reference = bright_json_get_string (node, "externalRef");

      if (!g_hash_table_add (references, (gpointer)reference))
        g_error ("There are two sales orders of the store's order %s", reference);
    }
  return g_hash_table_size (references);
}

static void
test_lost (gconstpointer faults)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, "--limits", "off", NULL);
  g_autoptr (Profile) profile = profile_new (practice, "{'connection': {'patience-seconds': 900}}");

  practice_set_faults (practice, faults);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  g_assert_cmpuint (assert_none_doubled (practice), >, 20);
  profile_assert_settled (profile);
  g_assert_cmpuint (assert_none_doubled (practice), >, 20);
}

/* The search lags behind what was written. */
static void
test_lag (void)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, "--limits", "off", NULL);
  g_autoptr (Profile) profile = profile_new (practice, "{'connection': {'patience-seconds': 3600,"
                                                       " 'search-lag-seconds': 30}}");

  practice_do (practice, "search-lag", "{'seconds': 2}");
  practice_set_faults (practice, "truncate=1,limit=2," CREATION);
  profile_sync_and_forget (profile);
  g_assert_cmpuint (assert_none_doubled (practice), >, 20);
  profile_assert_settled (profile);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/doubling/first-answer-lost", "lost=1,limit=1," CREATION, test_lost);
  g_test_add_data_func ("/doubling/first-answers-cut", "truncate=1,limit=2," CREATION, test_lost);
  g_test_add_data_func ("/doubling/all-answers-lost", "lost=1," CREATION, test_lost);
  g_test_add_func ("/doubling/search-lags", test_lag);
  return g_test_run ();
}
