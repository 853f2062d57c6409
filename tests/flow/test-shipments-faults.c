/* Tests of shipments on a bad day: never twice, and none lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "profile.h"
#include "shipments-support.h"

#define ORDERS "60"

/* Ships every second sales order that has something reserved; how many notes there are. */
static guint
ship_many (Practice *practice)
{
  g_autoptr (JsonArray) list = practice_list (practice, "brightpearl/sales-orders");
  guint notes = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (i % 2 != 0 || bright_json_get (node, "reservation") == NULL
          || g_strcmp0 (bright_json_get_string (node, "allocationStatusCode"), "AAA") != 0
          || bright_json_get_integer (node, "channelId", 0) != 4)
        continue;
      shipments_ship (practice, bright_json_get_integer (node, "id", 0), "{'reference': 'AB1'}");
      notes++;
    }
  return notes;
}

/* Each note has exactly one shipment, with never more units than it has. */
static guint
assert_all_shipped (Practice *practice)
{
  g_autoptr (JsonArray) notes = practice_list (practice, "brightpearl/goods-out-notes");
  guint shipped = 0;

  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      JsonNode *note = json_array_get_element (notes, i);
      g_autoptr (JsonNode) shipment
          = shipments_find_for_note (practice, bright_json_get_integer (note, "id", 0));

      if (shipment == NULL)
        continue;
      g_assert_cmpint (shipments_count_units (shipment), <=, shipments_count_note_units (note));
      shipped++;
    }
  return shipped;
}

static void
test_faults (gconstpointer faults)
{
  g_autoptr (Practice) practice = practice_start ("--orders", ORDERS, NULL);
  g_autoptr (Profile) profile = profile_new (practice, SHIPMENTS_BY_NOTE);
  guint before = shipments_count (practice);
  guint notes;

  profile_sync_and_forget (profile);
  notes = ship_many (practice);
  g_assert_cmpuint (notes, >, 5);
  practice_set_faults (practice, faults);
  profile_sync_and_forget (profile);
  practice_set_faults (practice, "");
  profile_sync_and_forget (profile);
  g_assert_cmpuint (assert_all_shipped (practice), ==, notes);
  g_assert_cmpuint (shipments_count (practice), ==, before + notes);
  profile_assert_settled (profile);
}

int
main (int argc, char **argv)
{
  static const char *const faults[]
      = { "",          "throttle=0.1", "error=0.1", "unavailable=0.1", "html=0.1",
          "reset=0.1", "lost=0.1",     "truncate=0.1", "slow=0.1" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/shipments/faults/%s",
                                               faults[i][0] != '\0' ? faults[i] : "none");

      g_test_add_data_func (path, faults[i], test_faults);
    }
  g_test_add_data_func ("/shipments/faults/all",
                        "throttle=0.1,error=0.1,unavailable=0.1,html=0.1,reset=0.1,lost=0.1,"
                        "truncate=0.1,seed=3,limit=60",
                        test_faults);
  g_test_add_data_func ("/shipments/faults/lost", "lost=0.3,seed=4", test_faults);
  return g_test_run ();
}
