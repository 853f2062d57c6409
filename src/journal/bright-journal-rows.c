/* Rows as records, records as rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-journal-private.h"

gsize
bright_journal_fill_values (const BrightRecordType *type,
                            gconstpointer record,
                            BrightSqliteValue *values)
{
  gsize n_values = 0;

  for (const BrightField *field = type->fields; field->name != NULL; field++, n_values++)
    {
      BrightSqliteValue *value = &values[n_values];

      g_assert (n_values < BRIGHT_JOURNAL_MAXIMUM_COLUMNS);
      *value = (BrightSqliteValue){};
      switch (field->type)
        {
        case BRIGHT_FIELD_STRING:
          value->text
              = bright_sqlite_ensure_text (G_STRUCT_MEMBER (const char *, record, field->offset));
          break;
        case BRIGHT_FIELD_BOOLEAN:
          value->integer = G_STRUCT_MEMBER (gboolean, record, field->offset) ? 1 : 0;
          break;
        case BRIGHT_FIELD_INTEGER:
        case BRIGHT_FIELD_MONEY:
        case BRIGHT_FIELD_TIME:
          value->integer = G_STRUCT_MEMBER (gint64, record, field->offset);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return n_values;
}

static gpointer
read_record (BrightSqliteStatement *statement, const BrightRecordType *type)
{
  gpointer record = bright_record_new (type);
  int column = 0;

  for (const BrightField *field = type->fields; field->name != NULL; field++, column++)
    switch (field->type)
      {
      case BRIGHT_FIELD_STRING:
        g_free (G_STRUCT_MEMBER (char *, record, field->offset));
        G_STRUCT_MEMBER (char *, record, field->offset)
            = g_strdup (bright_sqlite_get_text (statement, column));
        break;
      case BRIGHT_FIELD_BOOLEAN:
        G_STRUCT_MEMBER (gboolean, record, field->offset)
            = bright_sqlite_get_integer (statement, column) != 0;
        break;
      case BRIGHT_FIELD_INTEGER:
      case BRIGHT_FIELD_MONEY:
      case BRIGHT_FIELD_TIME:
        G_STRUCT_MEMBER (gint64, record, field->offset)
            = bright_sqlite_get_integer (statement, column);
        break;
      default:
        g_assert_not_reached ();
      }
  return record;
}

GPtrArray *
bright_journal_read_records (BrightSqlite *database,
                             const BrightRecordType *type,
                             const char *sql,
                             const BrightSqliteValue *values,
                             gsize n_values,
                             GError **error)
{
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GPtrArray) records = bright_record_list_new (type);
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, sql, values, n_values, error);
  if (statement == NULL)
    return NULL;
  while (bright_sqlite_step (statement, &failure))
    g_ptr_array_add (records, read_record (statement, type));
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GHashTable *
bright_journal_read_pairs (BrightSqlite *database,
                           const char *sql,
                           const BrightSqliteValue *values,
                           gsize n_values,
                           GError **error)
{
  g_autoptr (BrightSqliteStatement) statement = NULL;
  g_autoptr (GHashTable) pairs = NULL;
  g_autoptr (GError) failure = NULL;

  statement = bright_sqlite_prepare (database, sql, values, n_values, error);
  if (statement == NULL)
    return NULL;
  pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (bright_sqlite_step (statement, &failure))
    g_hash_table_insert (pairs, g_strdup (bright_sqlite_get_text (statement, 0)),
                         g_strdup (bright_sqlite_get_text (statement, 1)));
  if (failure == NULL)
    return g_steal_pointer (&pairs);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
