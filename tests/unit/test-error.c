/* Errors by cause: the table is whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"

static void
test_every_cause (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint code = 0; code < BRIGHT_N_ERRORS; code++)
    {
      const char *name = bright_error_name (code);
      const char *sentence = bright_error_sentence (code);

      g_assert_nonnull (name);
      g_assert_nonnull (sentence);
      g_assert_true (g_hash_table_add (names, (gpointer) name));
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
      g_assert_true (g_regex_match_simple ("^[A-Z].*[.?]$", sentence, 0, 0));
      g_assert_cmpuint (bright_error_mender (code), <=, BRIGHT_MENDER_US);
    }
}

static void
test_systemic (void)
{
  static const struct
  {
    BrightError code;
    gboolean systemic;
  } rows[] = {
    { BRIGHT_ERROR_OFFLINE, TRUE },
    { BRIGHT_ERROR_UNAVAILABLE, TRUE },
    { BRIGHT_ERROR_INSECURE, TRUE },
    { BRIGHT_ERROR_TOKEN_REFUSED, TRUE },
    { BRIGHT_ERROR_STORAGE, TRUE },
    { BRIGHT_ERROR_NOT_FOUND, FALSE },
    { BRIGHT_ERROR_REFUSED, FALSE },
    { BRIGHT_ERROR_CONFLICT, FALSE },
    { BRIGHT_ERROR_BAD_ANSWER, FALSE },
    { BRIGHT_ERROR_OUTCOME_UNKNOWN, FALSE },
  };
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (BRIGHT_ERROR, (int) rows[i].code, "x");

      g_assert_true (bright_error_is_systemic (error) == rows[i].systemic);
    }
  g_assert_true (bright_error_is_systemic (foreign));
}

static void
test_cancelled (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) other = g_error_new_literal (BRIGHT_ERROR, BRIGHT_ERROR_OFFLINE, "x");

  g_assert_true (bright_error_is_cancelled (cancelled));
  g_assert_false (bright_error_is_cancelled (other));
  g_assert_false (bright_error_is_cancelled (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/every-cause", test_every_cause);
  g_test_add_func ("/error/systemic", test_systemic);
  g_test_add_func ("/error/cancelled", test_cancelled);
  return g_test_run ();
}
