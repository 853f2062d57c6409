/* The text in which is searched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each subject keeps its searchable words folded to one case, in every script,
 * so that a search is one plain comparison of bytes for each subject.
 */
#include "bright-journal-private.h"

char *
bright_journal_search_fold (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (bright_sqlite_ensure_text (typed), -1);
  g_autofree char *normal = g_utf8_normalize (g_strstrip (valid), -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal, -1);
}

char *
bright_journal_search_text (const BrightSubject *subject)
{
  g_autofree char *words = g_strjoin ("\n", bright_sqlite_ensure_text (subject->subject),
                                      bright_sqlite_ensure_text (subject->title),
                                      bright_sqlite_ensure_text (subject->email), NULL);

  return bright_journal_search_fold (words);
}
