/* Records that are declared as tables: reading, writing, copying, freeing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-record.h"

typedef struct
{
  gint64 id;
  char *name;
} Part;

static const BrightField part_fields[] = {
  BRIGHT_FIELD (Part, INTEGER, id, "id"),
  BRIGHT_FIELD (Part, STRING, name, "name"),
  { NULL },
};
extern const BrightRecordType part_type;
const BrightRecordType part_type = { "part", sizeof (Part), part_fields };

typedef struct
{
  gint64 id;
  gint64 status;
  char *text;
  char *deep;
  gboolean yes;
  BrightMoney total;
  gint64 created;
  Part *one;
  Part *beside;
  GPtrArray *many;
  GPtrArray *map;
  GArray *numbers;
  char **words;
} Whole;

static const BrightField whole_fields[] = {
  BRIGHT_FIELD_NEEDED (Whole, INTEGER, id, "id"),
  BRIGHT_FIELD_NEEDED (Whole, INTEGER, status, "status_id"),
  BRIGHT_FIELD (Whole, STRING, text, "text"),
  BRIGHT_FIELD (Whole, STRING, deep, "a/b/deep"),
  BRIGHT_FIELD (Whole, BOOLEAN, yes, "a/yes"),
  BRIGHT_FIELD (Whole, MONEY, total, "total"),
  BRIGHT_FIELD (Whole, TIME, created, "created"),
  BRIGHT_FIELD_OF (Whole, RECORD, one, "one", &part_type),
  BRIGHT_FIELD_OF (Whole, RECORD, beside, "", &part_type),
  BRIGHT_FIELD_OF (Whole, RECORDS, many, "many", &part_type),
  BRIGHT_FIELD_OF (Whole, RECORD_MAP, map, "map", &part_type),
  BRIGHT_FIELD (Whole, INTEGERS, numbers, "numbers"),
  BRIGHT_FIELD (Whole, STRINGS, words, "words"),
  { NULL },
};
BRIGHT_DECLARE_RECORD (Whole, whole)
const BrightRecordType whole_type = { "whole", sizeof (Whole), whole_fields };

static const char full[]
    = "{\"id\":7,\"status_id\":\"11\",\"text\":12.5,\"a\":{\"b\":{\"deep\":\"d\"},\"yes\":1},"
      "\"total\":\"9.0909\",\"created\":\"Wed, 11 Nov 2026 09:30:12 +0000\","
      "\"one\":[{\"id\":1,\"name\":\"first\"}],\"name\":\"mine\","
      "\"many\":[{\"id\":2},{\"id\":3,\"name\":\"third\",\"unknown\":{}}],"
      "\"map\":{\"20\":{\"name\":\"x\"},\"4\":{\"name\":\"y\"}},"
      "\"numbers\":[1,\"2\",3],\"words\":[\"a\",5]}";

static void
check_full (const Whole *whole)
{
  const Part *part;

  g_assert_cmpint (whole->id, ==, 7);
  g_assert_cmpint (whole->status, ==, 11);
  g_assert_cmpstr (whole->text, ==, "12.5");
  g_assert_cmpstr (whole->deep, ==, "d");
  g_assert_true (whole->yes);
  g_assert_cmpint (whole->total, ==, 90909);
  g_assert_cmpint (whole->created, ==, 1794389412);
  g_assert_cmpstr (whole->one->name, ==, "first");
  g_assert_cmpint (whole->beside->id, ==, 7);
  g_assert_cmpstr (whole->beside->name, ==, "mine");
  g_assert_cmpuint (whole->many->len, ==, 2);
  part = whole->many->pdata[0];
  g_assert_cmpstr (part->name, ==, "");
  part = whole->many->pdata[1];
  g_assert_cmpstr (part->name, ==, "third");
  g_assert_cmpuint (whole->map->len, ==, 2);
  part = whole->map->pdata[0];
  g_assert_cmpint (part->id, ==, 20);
  g_assert_cmpstr (part->name, ==, "x");
  g_assert_cmpuint (whole->numbers->len, ==, 3);
  g_assert_cmpint (g_array_index (whole->numbers, gint64, 1), ==, 2);
  g_assert_cmpuint (g_strv_length (whole->words), ==, 2);
  g_assert_cmpstr (whole->words[1], ==, "5");
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Whole) whole = bright_record_read_text (&whole_type, full, &error);

  g_assert_no_error (error);
  check_full (whole);
}

static void
check_empty (const Whole *whole)
{
  g_assert_cmpstr (whole->text, ==, "");
  g_assert_cmpstr (whole->deep, ==, "");
  g_assert_false (whole->yes);
  g_assert_cmpint (whole->total, ==, 0);
  g_assert_cmpint (whole->created, ==, 0);
  g_assert_null (whole->one);
  g_assert_cmpuint (whole->many->len, ==, 0);
  g_assert_cmpuint (whole->map->len, ==, 0);
  g_assert_cmpuint (whole->numbers->len, ==, 0);
  g_assert_cmpuint (g_strv_length (whole->words), ==, 0);
}

static void
test_missing_and_loose (void)
{
  static const char *const rows[] = {
    "{\"id\":1,\"status_id\":0}",
    "{\"id\":1,\"status_id\":0,\"text\":null,\"a\":null,\"total\":null,\"created\":null,"
    "\"one\":null,\"many\":null,\"map\":null,\"numbers\":null,\"words\":null}",
    "{\"id\":1,\"status_id\":0,\"created\":\"\",\"one\":[],\"many\":[],\"map\":[],\"a\":[]}",
    "{\"id\":1,\"status_id\":0,\"many\":{},\"map\":{},\"numbers\":[],\"words\":[],\"a\":5}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Whole) whole = bright_record_read_text (&whole_type, rows[i], &error);

      g_assert_no_error (error);
      check_empty (whole);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "[]", ": expected an object (whole)" },
    { "{\"id\":1}", ".status_id: expected a value, found none" },
    { "{\"id\":null,\"status_id\":1}", ".id: expected a value, found none" },
    { "{\"id\":\"x\",\"status_id\":1}", ".id: expected a whole number" },
    { "{\"id\":1.5,\"status_id\":1}", ".id: expected a whole number" },
    { "{\"id\":1,\"status_id\":1,\"text\":{}}", ".text: expected text" },
    { "{\"id\":1,\"status_id\":1,\"a\":{\"yes\":\"maybe\"}}", ".a/yes: expected true or false" },
    { "{\"id\":1,\"status_id\":1,\"total\":[]}", ".total: expected an amount of money" },
    { "{\"id\":1,\"status_id\":1,\"created\":\"soon\"}", ".created*" },
    { "{\"id\":1,\"status_id\":1,\"created\":{}}", ".created: expected a point in time" },
    { "{\"id\":1,\"status_id\":1,\"one\":5}", ".one: expected an object (part)" },
    { "{\"id\":1,\"status_id\":1,\"one\":[[]]}", ".one: *" },
    { "{\"id\":1,\"status_id\":1,\"many\":5}", ".many: expected a list" },
    { "{\"id\":1,\"status_id\":1,\"many\":[{},{\"id\":\"x\"}]}",
      ".many[1].id: expected a whole number" },
    { "{\"id\":1,\"status_id\":1,\"map\":[1]}", ".map: expected an object" },
    { "{\"id\":1,\"status_id\":1,\"map\":{\"x\":{}}}", ".map: expected numbers as names" },
    { "{\"id\":1,\"status_id\":1,\"map\":{\"4\":5}}", ".map.4: *" },
    { "{\"id\":1,\"status_id\":1,\"numbers\":[1,true]}", ".numbers: expected a list of numbers" },
    { "{\"id\":1,\"status_id\":1,\"numbers\":5}", ".numbers: expected a list of numbers" },
    { "{\"id\":1,\"status_id\":1,\"words\":[null]}", ".words: expected a list of texts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Whole) whole = bright_record_read_text (&whole_type, rows[i].text, &error);

      g_assert_null (whole);
      g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (rows[i].message, error->message)
                     || g_str_equal (rows[i].message, error->message));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (Whole) whole = bright_record_read_text (&whole_type, full, NULL);
  g_autofree char *text = bright_record_to_string (&whole_type, whole);
  g_autoptr (Whole) again = bright_record_read_text (&whole_type, text, NULL);
  g_autoptr (Whole) copy = bright_record_copy (&whole_type, whole);
  g_autofree char *digest = bright_record_digest (&whole_type, whole);
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;

  check_full (again);
  g_clear_pointer (&whole, whole_free);
  check_full (copy);
  same = bright_record_digest (&whole_type, copy);
  g_assert_cmpstr (digest, ==, same);
  copy->total++;
  other = bright_record_digest (&whole_type, copy);
  g_assert_cmpstr (digest, !=, other);
}

/* What is needed is written even if it is 0: status 0 is a status. */
static void
test_round_trip_of_zeros (void)
{
  g_autoptr (Whole) whole = bright_record_new (&whole_type);
  g_autofree char *text = bright_record_to_string (&whole_type, whole);
  g_autoptr (Whole) copy = bright_record_copy (&whole_type, whole);

  g_assert_cmpstr (text, ==, "{\"id\":0,\"status_id\":0}");
  check_empty (whole);
  check_empty (copy);
}

static void
test_list (void)
{
  g_autoptr (JsonNode) good = bright_json_parse ("[{\"id\":1},{\"id\":2}]", -1, NULL);
  g_autoptr (JsonNode) bad = bright_json_parse ("[{\"id\":1},5]", -1, NULL);
  g_autoptr (JsonNode) none = bright_json_parse ("5", -1, NULL);
  g_autoptr (GPtrArray) list = bright_record_read_list (&part_type, good, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_null (bright_record_read_list (&part_type, bad, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
  g_clear_error (&error);
  g_assert_null (bright_record_read_list (&part_type, none, &error));
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
}

static void
test_free (void)
{
  g_autoptr (GPtrArray) list = bright_record_list_new (&part_type);

  g_ptr_array_add (list, bright_record_new (&part_type));
  bright_record_free (&part_type, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/read", test_read);
  g_test_add_func ("/record/missing-and-loose", test_missing_and_loose);
  g_test_add_func ("/record/refuses", test_refuses);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/round-trip-of-zeros", test_round_trip_of_zeros);
  g_test_add_func ("/record/list", test_list);
  g_test_add_func ("/record/free", test_free);
  return g_test_run ();
}
