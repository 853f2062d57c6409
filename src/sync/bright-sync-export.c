/* What the journal knows, as files for accountants and other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is read, written and forgotten before the next one is read.
 */
#include "bright-sync-export.h"

#include "bright-export-rows.h"
#include "bright-journal-pages.h"
#include "bright-sync-insight.h"
#include "bright-sync-service-private.h"

#define PAGE_ROWS 1000

/* One row of the proof: a day and a currency. */
typedef struct
{
  char *day;
  gint64 store;
  gint64 linked;
  gint64 filtered;
  gint64 held;
  gint64 attention;
  gboolean is_complete;
  char *currency;
  BrightMoney store_money;
  BrightMoney brightpearl_money;
} ProofRow;

#define ACTIVITY(name, kind, member)                                                               \
  {                                                                                                \
    name, BRIGHT_COLUMN_##kind, G_STRUCT_OFFSET (BrightActivity, member)                           \
  }
static const BrightExportColumn activity_columns[] = {
  ACTIVITY ("id", INTEGER, id),        ACTIVITY ("time", TIME, time),
  ACTIVITY ("subject", TEXT, subject), ACTIVITY ("what", TEXT, what),
  ACTIVITY ("detail", TEXT, detail),   { NULL },
};

#define SUBJECT(name, kind, member)                                                                \
  {                                                                                                \
    name, BRIGHT_COLUMN_##kind, G_STRUCT_OFFSET (BrightSubject, member)                            \
  }
static const BrightExportColumn attention_columns[] = {
  SUBJECT ("subject", TEXT, subject),
  SUBJECT ("flow", TEXT, flow),
  SUBJECT ("state", TEXT, state),
  SUBJECT ("code", TEXT, code),
  SUBJECT ("message", TEXT, message),
  SUBJECT ("setting", TEXT, setting),
  SUBJECT ("customer", TEXT, title),
  SUBJECT ("email", TEXT, email),
  SUBJECT ("currency", TEXT, currency),
  SUBJECT ("amount", MONEY, amount),
  SUBJECT ("placed-at", TIME, placed_at),
  SUBJECT ("changed-at", TIME, changed_at),
  { NULL },
};

#define PROOF(name, kind, member)                                                                  \
  {                                                                                                \
    name, BRIGHT_COLUMN_##kind, G_STRUCT_OFFSET (ProofRow, member)                                 \
  }
static const BrightExportColumn proof_columns[] = {
  PROOF ("day", TEXT, day),
  PROOF ("store", INTEGER, store),
  PROOF ("linked", INTEGER, linked),
  PROOF ("filtered", INTEGER, filtered),
  PROOF ("held", INTEGER, held),
  PROOF ("attention", INTEGER, attention),
  PROOF ("complete", BOOLEAN, is_complete),
  PROOF ("currency", TEXT, currency),
  PROOF ("store-money", MONEY, store_money),
  PROOF ("brightpearl-money", MONEY, brightpearl_money),
  { NULL },
};

#define INTENT(name, kind, member)                                                                 \
  {                                                                                                \
    name, BRIGHT_COLUMN_##kind, G_STRUCT_OFFSET (BrightIntent, member)                             \
  }
static const BrightExportColumn audit_columns[] = {
  INTENT ("id", INTEGER, id),
  INTENT ("sent-at", TIME, sent_at),
  INTENT ("settled-at", TIME, settled_at),
  INTENT ("subject", TEXT, subject),
  INTENT ("platform", TEXT, platform),
  INTENT ("kind", TEXT, kind),
  INTENT ("method", TEXT, method),
  INTENT ("path", TEXT, path),
  INTENT ("outcome", TEXT, outcome),
  INTENT ("detail", TEXT, detail),
  INTENT ("body", TEXT, body),
  { NULL },
};

/* What is under way. */
typedef struct
{
  BrightExport what;
  BrightExportFormat format;
  GOutputStream *stream;
  GString *text; /* what is being written */
  gint64 last;   /* id of the last row of a page */
  guint n_rows;
  gboolean is_over; /* the tail is in the text */
} Export;

static void read_page (GTask *task);

static const struct
{
  const char *name;
  const BrightExportColumn *columns;
} exports[BRIGHT_N_EXPORTS] = {
  [BRIGHT_EXPORT_ACTIVITY] = { "activity", activity_columns },
  [BRIGHT_EXPORT_ATTENTION] = { "attention", attention_columns },
  [BRIGHT_EXPORT_PROOF] = { "proof", proof_columns },
  [BRIGHT_EXPORT_AUDIT] = { "audit", audit_columns },
};

const char *
bright_export_get_name (BrightExport what)
{
  g_return_val_if_fail ((guint)what < BRIGHT_N_EXPORTS, NULL);

  return exports[what].name;
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->stream);
  g_string_free (export->text, TRUE);
  g_free (export);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_string_truncate (export->text, 0);
  if (export->is_over)
    g_task_return_boolean (task, TRUE);
  else
    read_page (g_steal_pointer (&task));
}

/* Takes @task. */
static void
write_text (GTask *task)
{
  Export *export = g_task_get_task_data (task);

  g_output_stream_write_all_async (export->stream, export->text->str, export->text->len,
                                   G_PRIORITY_DEFAULT, g_task_get_cancellable (task), written_cb,
                                   task);
}

static void
append_row (Export *export, gconstpointer record)
{
  bright_export_append_row (export->text, export->format, exports[export->what].columns, record,
                            export->n_rows++);
}

/* Takes @task. */
static void
finish (GTask *task)
{
  Export *export = g_task_get_task_data (task);

  bright_export_append_tail (export->text, export->format);
  export->is_over = TRUE;
  write_text (task);
}

/* Writes a page whose records begin with their ids; takes @task. */
static void
take_page (GTask *task, GPtrArray *records, gboolean is_last)
{
  Export *export = g_task_get_task_data (task);

  for (guint i = 0; i < records->len; i++)
    append_row (export, records->pdata[i]);
  if (records->len > 0 && !is_last)
    export->last = *(gint64 *)records->pdata[records->len - 1];
  if (is_last)
    finish (task);
  else
    write_text (task);
}

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Export *export = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records
      = export->what == BRIGHT_EXPORT_ACTIVITY
            ? bright_journal_load_activity_page_finish (BRIGHT_JOURNAL (source), result, &error)
            : bright_journal_load_intents_page_finish (BRIGHT_JOURNAL (source), result, &error);

  if (records == NULL)
    g_task_return_error (task, error);
  else
    take_page (g_steal_pointer (&task), records, records->len < PAGE_ROWS);
}

static void
attention_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_sync_service_list_attention_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (subjects == NULL)
    g_task_return_error (task, error);
  else
    take_page (g_steal_pointer (&task), subjects, TRUE);
}

static void
append_day (Export *export, const BrightProofDay *day)
{
  ProofRow row = { .day = day->day,
                   .store = day->store,
                   .linked = day->linked,
                   .filtered = day->filtered,
                   .held = day->held,
                   .attention = day->attention,
                   .is_complete = day->is_complete,
                   .currency = (char *)"" };

  for (guint i = 0; i < day->money->len; i++)
    {
      const BrightProofMoney *money = day->money->pdata[i];

      row.currency = money->currency;
      row.store_money = money->store;
      row.brightpearl_money = money->brightpearl;
      append_row (export, &row);
    }
  if (day->money->len == 0)
    append_row (export, &row);
}

static void
proof_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (BrightProof) proof
      = bright_sync_service_load_proof_finish (BRIGHT_SYNC_SERVICE (source), result, NULL, &error);

  if (proof == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < proof->days->len; i++)
    append_day (export, proof->days->pdata[i]);
  finish (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_page (GTask *task)
{
  BrightSyncService *self = g_task_get_source_object (task);
  const Export *export = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  switch (export->what)
    {
    case BRIGHT_EXPORT_ACTIVITY:
      bright_journal_load_activity_page_async (self->journal, export->last, PAGE_ROWS, cancellable,
                                               page_read_cb, task);
      break;
    case BRIGHT_EXPORT_ATTENTION:
      bright_sync_service_list_attention_async (self, cancellable, attention_read_cb, task);
      break;
    case BRIGHT_EXPORT_PROOF:
      bright_sync_service_load_proof_async (self, cancellable, proof_read_cb, task);
      break;
    case BRIGHT_EXPORT_AUDIT:
    default:
      bright_journal_load_intents_page_async (self->journal, export->last, PAGE_ROWS, cancellable,
                                              page_read_cb, task);
    }
}

void
bright_sync_service_export_async (BrightSyncService *self,
                                  BrightExport what,
                                  BrightExportFormat format,
                                  GOutputStream *stream,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;
  Export *export;

  g_return_if_fail (BRIGHT_IS_SYNC_SERVICE (self) && self->journal != NULL);
  g_return_if_fail ((guint)what < BRIGHT_N_EXPORTS && G_IS_OUTPUT_STREAM (stream));

  task = g_task_new (self, cancellable, callback, user_data);
  export = g_new0 (Export, 1);
  export->what = what;
  export->format = format;
  export->stream = g_object_ref (stream);
  export->text = g_string_new (NULL);
  g_task_set_source_tag (task, bright_sync_service_export_async);
  g_task_set_task_data (task, export, export_free);
  bright_export_append_head (export->text, format, exports[what].name, exports[what].columns);
  write_text (task);
}

gboolean
bright_sync_service_export_finish (BrightSyncService *self,
                                   GAsyncResult *result,
                                   guint *n_rows,
                                   GError **error)
{
  const Export *export;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  export = g_task_get_task_data (G_TASK (result));
  if (n_rows != NULL)
    *n_rows = export->n_rows;
  return g_task_propagate_boolean (G_TASK (result), error);
}
