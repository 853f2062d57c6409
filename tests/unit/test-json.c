/* Checked access to JSON that may be anything.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-json.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = bright_json_parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static void
expect_refused (const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = bright_json_parse (text, length, &error);

  g_assert_null (node);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
}

static void
test_parse (void)
{
  static const char *const rows[] = {
    "{}", "[]", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", " {\"a\":1} \n", "[\"\\u003d\"]",
    "[\"\xc3\xa9\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i]);
      g_autofree char *text = bright_json_to_string (node);
      g_autoptr (JsonNode) again = parse (text);

      g_assert_true (json_node_equal (node, again));
    }
}

static void
test_parse_refuses (void)
{
  static const char *const rows[] = {
    "",       " ",         "{",          "}",       "[1,]x",         "{\"a\":}",
    "<html>", "not JSON",  "[\"\xff\"]", "{\"a\" 1}", "[1 2]",        "\"open",
    "[",      "[\"\\u12",  "{\"a\":1}}", "nul",     "\xef\xbb\xbf",  "[\"\\",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      expect_refused (rows[i], -1);
    }
  expect_refused (NULL, 0);
  expect_refused ("{}\0{}", 5);
}

static void
test_length_is_obeyed (void)
{
  g_autofree char *text = g_memdup2 ("[1]]]", 5);
  g_autoptr (JsonNode) node = bright_json_parse (text, 3, NULL);

  g_assert_nonnull (node);
  g_assert_cmpuint (json_array_get_length (bright_json_get_array (node, NULL)), ==, 1);
}

/* @depth brackets, or objects, around nothing. */
static char *
nest (const char *open, const char *inner, const char *close, guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, inner);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest ("[", "", "]", BRIGHT_JSON_MAXIMUM_DEPTH);
  g_autofree char *deeper = nest ("[", "", "]", BRIGHT_JSON_MAXIMUM_DEPTH + 1);
  g_autofree char *crash = nest ("{\"a\":", "1", "}", 200000);
  g_autofree char *open = nest ("[", "", "", 200000);
  g_autofree char *text = nest ("[", "", "", 200000);
  g_autofree char *quoted = g_strdup_printf ("[\"\\\"%s\"]", text);
  g_autoptr (JsonNode) good = parse (deepest);
  g_autoptr (JsonNode) string = parse (quoted);

  g_assert_cmpuint (strlen (json_array_get_string_element (json_node_get_array (string), 0)), ==,
                    200001);
  expect_refused (deeper, -1);
  expect_refused (crash, -1);
  expect_refused (open, -1);
}

static void
test_paths (void)
{
  g_autoptr (JsonNode) node
      = parse ("{\"a\":{\"b\":{\"c\":5,\"s\":\"t\"},\"n\":null,\"l\":[1]},\"e\":[],\"\":1}");

  g_assert_cmpint (bright_json_get_integer (node, "a/b/c", -1), ==, 5);
  g_assert_cmpstr (bright_json_get_string (node, "a/b/s"), ==, "t");
  g_assert_nonnull (bright_json_get_object (node, "a/b"));
  g_assert_nonnull (bright_json_get_array (node, "a/l"));
  g_assert_true (bright_json_get (node, "") == node);
  g_assert_null (bright_json_get (node, "a/n"));
  g_assert_null (bright_json_get (node, "a/n/x"));
  g_assert_null (bright_json_get (node, "a/l/0"));
  g_assert_null (bright_json_get (node, "a/b/c/d"));
  g_assert_null (bright_json_get (node, "absent"));
  g_assert_null (bright_json_get (node, "absent/too"));
  g_assert_null (bright_json_get (NULL, "a"));
  g_assert_null (bright_json_get_object (node, "e"));
  g_assert_null (bright_json_get_array (node, "a"));
  g_assert_null (bright_json_get_string (node, "a/b/c"));
  g_assert_null (bright_json_get_string (node, "a/b"));
  g_assert_null (bright_json_get_object (NULL, NULL));
  g_assert_null (bright_json_get_array (NULL, NULL));
  g_assert_null (bright_json_get_string (NULL, NULL));
  g_assert_cmpint (bright_json_get_integer (NULL, NULL, 7), ==, 7);
}

static void
test_integers (void)
{
  static const struct
  {
    const char *text;
    gint64 value; /* 77 if it is none */
  } rows[] = {
    { "[5]", 5 },
    { "[-5]", -5 },
    { "[\"5\"]", 5 },
    { "[\"-5\"]", -5 },
    { "[5.0]", 5 },
    { "[1e3]", 1000 },
    { "[9223372036854775807]", G_MAXINT64 },
    { "[\"9223372036854775807\"]", G_MAXINT64 },
    { "[\"9223372036854775808\"]", 77 },
    { "[9223372036854775808]", 77 },
    { "[99999999999999999999999]", 77 },
    { "[-99999999999999999999999]", 77 },
    { "[5.5]", 77 },
    { "[1e300]", 77 },
    { "[\"5.0\"]", 77 },
    { "[\"\"]", 77 },
    { "[\"five\"]", 77 },
    { "[true]", 77 },
    { "[null]", 77 },
    { "[[5]]", 77 },
    { "[{}]", 77 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = bright_json_parse (rows[i].text, -1, &error);
      JsonNode *element;

      g_test_message ("%s", rows[i].text);
      if (node == NULL)
        {
          /* Refused as a whole is well, too. */
          g_assert_cmpint (rows[i].value, ==, 77);
          continue;
        }
      element = json_array_get_element (json_node_get_array (node), 0);
      g_assert_cmpint (bright_json_get_integer (element, NULL, 77), ==, rows[i].value);
    }
}

static void
test_money (void)
{
  static const struct
  {
    const char *text;
    BrightMoney amount; /* 77 if it is none */
  } rows[] = {
    { "[19.99]", 199900 },
    { "[\"19.99\"]", 199900 },
    { "[20]", 200000 },
    { "[0]", 0 },
    { "[-0.01]", -100 },
    { "[9.0909]", 90909 },
    { "[\"9.0909\"]", 90909 },
    { "[12345678901.2345]", 123456789012345 },
    { "[1e2]", 1000000 },
    { "[100000000000.5]", 77 },
    { "[1e300]", 77 },
    { "[9223372036854775807]", 77 },
    { "[\"\"]", 77 },
    { "[\"1e2\"]", 77 },
    { "[true]", 77 },
    { "[null]", 77 },
    { "[[]]", 77 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i].text);
      g_autoptr (GError) error = NULL;
      BrightMoney amount = 77;

      g_test_message ("%s", rows[i].text);
      if (!bright_json_read_money (json_array_get_element (json_node_get_array (node), 0), &amount,
                                   &error))
        {
          g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
          amount = 77;
        }
      g_assert_cmpint (amount, ==, rows[i].amount);
    }
}

static void
test_texts (void)
{
  g_autoptr (JsonNode) node = parse ("[\"a\\u003d\", 5, 1.5, true, null, [], {}]");
  static const char *const texts[] = { "a=", "5", "1.5", "true", NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text
          = bright_json_read_text (json_array_get_element (json_node_get_array (node), i));

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* Whatever the bytes are, there is an answer or an error. */
static void
test_damaged (void)
{
  const char *text = "{\"response\":[{\"id\":17,\"total\":\"9.0909\",\"rows\":{\"1\":{\"q\":1e0}},"
                     "\"s\":\"\\u003d\\\\\xc3\xa9\",\"n\":null,\"t\":true,\"d\":-1.5}]}";
  gsize length = strlen (text);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      for (int times = g_test_rand_int_range (0, 4); times > 0; times--)
        damaged[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      node = bright_json_parse (damaged, g_test_rand_int_range (0, (gint32) length + 1), &error);
      g_assert_true ((node == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/parse", test_parse);
  g_test_add_func ("/json/parse-refuses", test_parse_refuses);
  g_test_add_func ("/json/length", test_length_is_obeyed);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/paths", test_paths);
  g_test_add_func ("/json/integers", test_integers);
  g_test_add_func ("/json/money", test_money);
  g_test_add_func ("/json/texts", test_texts);
  g_test_add_func ("/json/damaged", test_damaged);
  return g_test_run ();
}
