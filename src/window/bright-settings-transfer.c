/* Export and import of the settings as a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-transfer.h"

#include "bright-settings-compare.h"
#include "bright-sync-accounts.h"
#include "bright-toast.h"

#include <glib/gi18n.h>
#include <string.h>

#define LIST_HEIGHT 320
/* No settings file is longer; whatever is was chosen by mistake. */
#define LARGEST_FILE (4 * 1024 * 1024)

/* A chooser, question or toast that is under way. */
typedef struct
{
  GtkWidget *from;          /* (owned) */
  BrightSettingsDesk *desk; /* (owned) */
  char *text;               /* (owned) (nullable): of a settings file */
} Transfer;

static Transfer *
transfer_new (GtkWidget *from, BrightSettingsDesk *desk, const char *text)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->from = g_object_ref (from);
  transfer->desk = g_object_ref (desk);
  transfer->text = g_strdup (text);
  return transfer;
}

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  g_object_unref (transfer->from);
  g_object_unref (transfer->desk);
  g_free (transfer->text);
  g_free (transfer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

static GtkWindow *
get_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkFileChooserNative *
make_chooser (GtkWidget *from, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, get_window (from), action, accept, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Settings"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/* ---- Export ---- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    bright_toast_show (transfer->from, _ ("Settings exported."));
  else
    bright_toast_show_error (transfer->from, error);
}

static void
export_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      text = bright_settings_dup_text (bright_settings_desk_get_settings (transfer->desk));
      bytes = g_bytes_new_take (text, strlen (text));
      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                           written_cb, g_steal_pointer (&transfer));
    }
  g_object_unref (dialog);
}

void
bright_settings_transfer_export (GtkWidget *from, BrightSettingsDesk *desk)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (from) && BRIGHT_IS_SETTINGS_DESK (desk));

  chooser = make_chooser (from, _ ("Export Settings"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "brightconnect-settings.json");
  g_signal_connect (chooser, "response", G_CALLBACK (export_response_cb),
                    transfer_new (from, desk, NULL));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- Import ---- */

static void
undo_cb (gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;

  if (!bright_sync_service_import_settings (bright_settings_desk_get_service (transfer->desk),
                                            transfer->text, &error))
    bright_toast_show_error (transfer->from, error);
}

static void
take_over (Transfer *transfer, guint n_changes)
{
  BrightSettings *settings = bright_settings_desk_get_settings (transfer->desk);
  g_autofree char *before = bright_settings_dup_text (settings);
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;

  if (!bright_sync_service_import_settings (bright_settings_desk_get_service (transfer->desk),
                                            transfer->text, &error))
    {
      bright_toast_show_error (transfer->from, error);
      return;
    }
  done = g_strdup_printf (ngettext ("%u setting imported.", "%u settings imported.", n_changes),
                          n_changes);
  bright_toast_show_undo (transfer->from, done, undo_cb,
                          transfer_new (transfer->from, transfer->desk, before), transfer_free);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  guint n_changes = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "changes"));

  if (strcmp (response, "import") == 0)
    take_over (user_data, n_changes);
}

static void
transfer_closed (gpointer data, GClosure *closure)
{
  transfer_free (data);
}

static GtkWidget *
make_change_row (const BrightSettingChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: what a setting is, and what it would be */
  g_autofree char *values = g_strdup_printf (_ ("%s → %s"), change->before, change->after);
  g_autofree char *words
      = change->effect != NULL ? g_strdup_printf ("%s\n%s", values, change->effect) : NULL;

  g_object_set (row, "use-markup", FALSE, "title", _ (change->spec->title), "subtitle",
                words != NULL ? words : values, NULL);
  return row;
}

static GtkWidget *
make_change_list (GPtrArray *changes)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What would change"), -1);
  for (guint i = 0; i < changes->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_change_row (changes->pdata[i]));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  return window;
}

static void
ask (GtkWidget *from, BrightSettingsDesk *desk, const char *text, GPtrArray *changes)
{
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Change %u Setting?", "Change %u Settings?", changes->len), changes->len);
  GtkWidget *dialog = adw_message_dialog_new (get_window (from), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _ ("The accounts stay as they are."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_change_list (changes));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import",
                                    _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "changes", GUINT_TO_POINTER (changes->len));
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb),
                         transfer_new (from, desk, text), transfer_closed, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
refuse (GtkWidget *from, const char *why)
{
  GtkWidget *dialog
      = adw_message_dialog_new (get_window (from), _ ("These Settings Cannot Be Imported"), why);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
bright_settings_transfer_offer (GtkWidget *from, BrightSettingsDesk *desk, const char *text)
{
  g_autoptr (BrightSettings) offered = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && BRIGHT_IS_SETTINGS_DESK (desk) && text != NULL);

  offered = bright_sync_service_read_import (bright_settings_desk_get_service (desk), text, &error);
  if (offered == NULL)
    {
      refuse (from, error->message);
      return;
    }
  changes = bright_settings_compare (bright_settings_desk_get_settings (desk), offered,
                                     bright_settings_desk_get_choices (desk),
                                     bright_settings_desk_get_seen (desk));
  if (changes->len == 0)
    bright_toast_show (from, _ ("These settings are the same already."));
  else
    ask (from, desk, text, changes);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    bright_toast_show_error (transfer->from, error);
  else if (length > LARGEST_FILE || strlen (text) != length)
    refuse (transfer->from, _ ("The file holds no settings."));
  else
    bright_settings_transfer_offer (transfer->from, transfer->desk, text);
}

static void
import_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_file_load_contents_async (file, NULL, read_cb, g_steal_pointer (&transfer));
    }
  g_object_unref (dialog);
}

void
bright_settings_transfer_import (GtkWidget *from, BrightSettingsDesk *desk)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (from) && BRIGHT_IS_SETTINGS_DESK (desk));

  chooser = make_chooser (from, _ ("Import Settings"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
  g_signal_connect (chooser, "response", G_CALLBACK (import_response_cb),
                    transfer_new (from, desk, NULL));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
