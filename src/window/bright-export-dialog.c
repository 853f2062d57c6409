/* What the journal knows, saved as a file that a person chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-export-dialog.h"

#include "bright-toast.h"

#include <glib/gi18n.h>

/* A chooser that is open, or a file that is being written. */
typedef struct
{
  GtkWidget *from;            /* (owned) */
  BrightSyncService *service; /* (owned) */
  BrightExport what;
  GOutputStream *stream; /* (owned) (nullable) until there is a file */
  GFile *made;           /* (owned) (nullable): the file, if there was none before */
  guint n_rows;
} Saving;

static Saving *
saving_new (GtkWidget *from, BrightSyncService *service, BrightExport what)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->from = g_object_ref (from);
  saving->service = g_object_ref (service);
  saving->what = what;
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->from);
  g_object_unref (saving->service);
  g_clear_object (&saving->stream);
  g_clear_object (&saving->made);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* Closing a cancelled stream leaves a file that was there as it was; half of a new one is of no
 * use to anybody. */
static void
abandon (Saving *saving, const GError *error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  bright_toast_show_error (saving->from, error);
  g_cancellable_cancel (cancelled);
  g_output_stream_close (saving->stream, cancelled, NULL);
  if (saving->made != NULL)
    g_file_delete_async (saving->made, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  if (!g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    {
      bright_toast_show_error (saving->from, error);
      return;
    }
  done = g_strdup_printf (ngettext ("%u row exported.", "%u rows exported.", saving->n_rows),
                          saving->n_rows);
  bright_toast_show (saving->from, done);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  GOutputStream *stream;

  if (!bright_sync_service_export_finish (saving->service, result, &saving->n_rows, &error))
    {
      abandon (saving, error);
      return;
    }
  stream = saving->stream;
  g_output_stream_close_async (stream, G_PRIORITY_DEFAULT, NULL, closed_cb,
                               g_steal_pointer (&saving));
}

static BrightExportFormat
choose_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".json") ? BRIGHT_EXPORT_JSON : BRIGHT_EXPORT_CSV;
}

/* Takes @saving. */
static void
begin (Saving *saving, GFile *file)
{
  bright_sync_service_export_async (saving->service, saving->what, choose_format (file),
                                    saving->stream, NULL, exported_cb, saving);
}

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  saving->stream = G_OUTPUT_STREAM (g_file_replace_finish (G_FILE (source), result, &error));
  if (saving->stream == NULL)
    bright_toast_show_error (saving->from, error);
  else
    begin (g_steal_pointer (&saving), G_FILE (source));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;

  saving->stream = G_OUTPUT_STREAM (g_file_create_finish (file, result, &error));
  if (saving->stream != NULL)
    {
      saving->made = g_object_ref (file);
      begin (g_steal_pointer (&saving), file);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_file_replace_async (file, NULL, FALSE,
                          G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                          G_PRIORITY_DEFAULT, NULL, replaced_cb, g_steal_pointer (&saving));
  else
    bright_toast_show_error (saving->from, error);
}

void
bright_export_dialog_save (GtkWidget *from,
                           BrightSyncService *service,
                           BrightExport what,
                           GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && BRIGHT_IS_SYNC_SERVICE (service) && G_IS_FILE (file));

  /* It tells of customers, so it is for its owner alone. */
  g_file_create_async (file, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT, NULL, created_cb,
                       saving_new (from, service, what));
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      bright_export_dialog_save (saving->from, saving->service, saving->what, file);
    }
  g_object_unref (dialog);
}

void
bright_export_dialog_show (GtkWidget *from, BrightSyncService *service, BrightExport what)
{
  GtkRoot *root;
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && BRIGHT_IS_SYNC_SERVICE (service));

  root = gtk_widget_get_root (from);
  chooser
      = gtk_file_chooser_native_new (_ ("Export"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  name = g_strdup_printf ("brightconnect-%s.csv", bright_export_get_name (what));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb),
                    saving_new (from, service, what));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
