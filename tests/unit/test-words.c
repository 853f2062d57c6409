/* Tests of money and moments as people of several countries write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-words.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#define NO_LOCALE "C.UTF-8"
/* 2026-11-24, in UTC. */
#define NOON G_GINT64_CONSTANT (1795521600)

static char *locale_folder;

/* Few machines have more than the C locale, so they are made here. Skips the test if the locale
 * cannot be made here. */
static gboolean
enter_locale (const char *name)
{
  g_autofree char *source = g_strndup (name, strcspn (name, "."));
  g_autofree char *path = g_build_filename (locale_folder, name, NULL);
  const char *const command[] = { "localedef", "-i", source, "-f", "UTF-8", path, NULL };
  g_autoptr (GSubprocess) process = NULL;

  if (strcmp (name, NO_LOCALE) != 0 && !g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      process = g_subprocess_newv (
          command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
      if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
        {
          g_test_skip ("locales cannot be made here (package locales)");
          return FALSE;
        }
    }
  g_assert_nonnull (setlocale (LC_ALL, name));
  return TRUE;
}

static void
test_money (void)
{
  static const struct
  {
    const char *locale;
    BrightMoney amount;
    const char *currency;
    const char *words;
  } rows[] = {
    { NO_LOCALE, 12345000, "GBP", "GBP 1234.50" },
    { NO_LOCALE, 0, NULL, "0.00" },
    { NO_LOCALE, -99, "GBP", "GBP -0.0099" },
    { NO_LOCALE, G_MININT64, "", "-922337203685477.5808" },
    { "en_GB.UTF-8", 12345000, "GBP", "GBP 1,234.50" },
    { "en_GB.UTF-8", -12345000, "GBP", "GBP -1,234.50" },
    { "en_US.UTF-8", 12345678901, "USD", "USD 1,234,567.8901" },
    { "de_DE.UTF-8", 12345000, "EUR", "1.234,50 EUR" },
    { "de_DE.UTF-8", -5000, "GBP", "-0,50 GBP" },
    { "de_DE.UTF-8", 12345000, "", "1.234,50" },
    { "fr_FR.UTF-8", 12345000, "EUR", "1\u202f234,50 EUR" },
    { "nl_NL.UTF-8", 12345000, "EUR", "EUR 1.234,50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;

      if (!enter_locale (rows[i].locale))
        return;
      words = bright_words_for_money (rows[i].amount, rows[i].currency);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *locale;
    const char *date;
    const char *time;
  } rows[] = {
    { NO_LOCALE, "2026-11-24", "2026-11-24 12:00" },
    { "de_DE.UTF-8", "24.11.2026", "24.11.2026 12:00" },
    { "en_US.UTF-8", "11/24/2026", "11/24/2026 12:00" },
    { "en_GB.UTF-8", "24/11/26", "24/11/26 12:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = NULL;
      g_autofree char *time = NULL;

      if (!enter_locale (rows[i].locale))
        return;
      date = bright_words_for_date (NOON);
      time = bright_words_for_time (NOON);
      g_assert_cmpstr (date, ==, rows[i].date);
      g_assert_cmpstr (time, ==, rows[i].time);
    }
}

/* glibc forgets none of the locales that it has loaded, so the folder goes at the end. */
static void
remove_locales (void)
{
  const char *const command[] = { "rm", "-r", locale_folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, NULL);

  if (process != NULL)
    g_subprocess_wait (process, NULL, NULL);
  g_free (locale_folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  locale_folder = g_dir_make_tmp ("brightconnect-locales-XXXXXX", NULL);
  g_assert_nonnull (locale_folder);
  g_setenv ("LOCPATH", locale_folder, TRUE);
  g_test_add_func ("/words/money", test_money);
  g_test_add_func ("/words/moments", test_moments);
  status = g_test_run ();
  setlocale (LC_ALL, "C");
  remove_locales ();
  return status;
}
