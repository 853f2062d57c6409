/* Tests of what is known of Brightpearl: records are found however they came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-world.h"

#define RECORDS 12
#define CHANGES 4000

/* Few, so that records share them; all but the last two name one of two. */
static const char *const texts[]
    = { "mira@example.org",        " Mira@Example.org ", "zoë@example.org",
        "ZOE\xcc\x88@example.org", "other@example.org",  "" };

static char *
pick_text (void)
{
  return g_strdup (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
}

static void
replace_text (char **field)
{
  g_free (*field);
  *field = pick_text ();
}

static BrightpearlContact *
make_contact (gint64 id)
{
  BrightpearlContact *contact = bright_record_new (&brightpearl_contact_type);

  contact->id = id;
  replace_text (&contact->primary_email);
  replace_text (&contact->secondary_email);
  replace_text (&contact->tertiary_email);
  return contact;
}

static BrightpearlProduct *
make_product (gint64 id)
{
  BrightpearlProduct *product = bright_record_new (&brightpearl_product_type);

  product->id = id;
  replace_text (&product->sku);
  return product;
}

/* A world that was told everything at once has no history that could mislead it. */
static BrightWorld *
copy_world (const BrightWorld *world)
{
  BrightWorld *copy = bright_world_new ();

  for (gint64 id = 1; id <= RECORDS; id++)
    {
      const BrightpearlContact *contact = bright_world_get_contact (world, id);
      const BrightpearlProduct *product = bright_world_get_product (world, id);

      if (contact != NULL)
        bright_world_take_contact (copy, bright_record_copy (&brightpearl_contact_type, contact));
      if (product != NULL)
        bright_world_take_product (copy, bright_record_copy (&brightpearl_product_type, product));
    }
  return copy;
}

static guint
count_ambiguous (BrightWorld *world)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  bright_world_collect_ambiguous_contacts (world, ids);
  bright_world_collect_ambiguous_products (world, "sku", ids);
  return ids->len;
}

static void
assert_finds_the_same (BrightWorld *world)
{
  g_autoptr (BrightWorld) copy = copy_world (world);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const BrightpearlContact *contact;
      const BrightpearlContact *expected_contact;
      const BrightpearlProduct *product;
      const BrightpearlProduct *expected_product;

      g_assert_cmpint (bright_world_find_contact (world, texts[i], &contact), ==,
                       bright_world_find_contact (copy, texts[i], &expected_contact));
      g_assert_cmpint (contact != NULL ? contact->id : 0, ==,
                       expected_contact != NULL ? expected_contact->id : 0);
      g_assert_cmpuint (bright_world_find_product (world, "sku", texts[i], &product), ==,
                        bright_world_find_product (copy, "sku", texts[i], &expected_product));
      g_assert_cmpint (product != NULL ? product->id : 0, ==,
                       expected_product != NULL ? expected_product->id : 0);
    }
  g_assert_cmpuint (count_ambiguous (world), ==, count_ambiguous (copy));
}

static void
test_changes (void)
{
  g_autoptr (BrightWorld) world = bright_world_new ();

  for (guint i = 0; i < CHANGES; i++)
    {
      gint64 id = g_test_rand_int_range (1, RECORDS + 1);

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          bright_world_remove_contact (world, id);
          break;
        case 1:
          bright_world_remove_product (world, id);
          break;
        case 2:
        case 3:
          bright_world_take_contact (world, make_contact (id));
          break;
        default:
          bright_world_take_product (world, make_product (id));
          break;
        }
      assert_finds_the_same (world);
    }
}

static void
test_another_field (void)
{
  g_autoptr (BrightWorld) world = bright_world_new ();
  BrightpearlProduct *product = bright_record_new (&brightpearl_product_type);
  const BrightpearlProduct *found;

  product->id = 7;
  g_free (product->sku);
  product->sku = g_strdup ("MUG-1");
  g_free (product->ean);
  product->ean = g_strdup ("4012345678901");
  bright_world_take_product (world, product);
  g_assert_cmpuint (bright_world_find_product (world, "sku", "mug-1", &found), ==, 1);
  g_assert_cmpuint (bright_world_find_product (world, "ean", "4012345678901", &found), ==, 1);
  bright_world_remove_product (world, 7);
  g_assert_cmpuint (bright_world_find_product (world, "ean", "4012345678901", &found), ==, 0);
  g_assert_cmpuint (bright_world_find_product (world, "sku", "mug-1", &found), ==, 0);
}

static void
test_folding (void)
{
  for (char letter = 1; letter < 127; letter++)
    {
      const char text[] = { '<', letter, '>', '\0' };
      g_autofree char *folded = bright_world_fold (text);
      g_autofree char *expected = g_utf8_casefold (text, -1);

      g_assert_cmpstr (folded, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/world/changes", test_changes);
  g_test_add_func ("/world/another-field", test_another_field);
  g_test_add_func ("/world/folding", test_folding);
  return g_test_run ();
}
