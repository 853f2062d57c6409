/* The journal's agreed values: what both platforms last had in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-private.h"

static const char PUT_SQL[]
    = "INSERT INTO agreed (subject, field, bigcommerce, brightpearl, agreed_at)"
      " VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject, field) DO UPDATE SET"
      " bigcommerce = excluded.bigcommerce, brightpearl = excluded.brightpearl,"
      " agreed_at = excluded.agreed_at";

void
bright_journal_batch_put_agreed (BrightJournalBatch *batch,
                                 const char *subject,
                                 const char *field,
                                 const char *bigcommerce,
                                 const char *brightpearl,
                                 gint64 time)
{
  const BrightSqliteValue values[] = {
    BRIGHT_SQLITE_TEXT (subject),     BRIGHT_SQLITE_TEXT (field),
    BRIGHT_SQLITE_TEXT (bigcommerce), BRIGHT_SQLITE_TEXT (brightpearl),
    BRIGHT_SQLITE_INTEGER (time),
  };

  g_return_if_fail (batch != NULL && subject != NULL && field != NULL);

  bright_journal_batch_add (batch, PUT_SQL, values, G_N_ELEMENTS (values));
}
