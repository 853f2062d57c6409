/* Asks why orders are to be ignored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-ignore-dialog.h"

#include "bright-desk-work.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The dialog's, freed with its handler. */
typedef struct
{
  GtkWidget *from; /* (unowned) (nullable): once it is gone */
  BrightSyncService *service;
  BrightPulse *pulse;
  GStrv subjects;
  GtkEditable *reason; /* (unowned): inside the dialog */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->from);
  g_object_unref (question->service);
  g_object_unref (question->pulse);
  g_strfreev (question->subjects);
  g_free (question);
}

static char *
dup_reason (GtkEditable *reason)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (reason)));
}

static void
on_reason_changed (GtkEditable *reason, AdwMessageDialog *dialog)
{
  g_autofree char *text = dup_reason (reason);

  adw_message_dialog_set_response_enabled (dialog, "ignore", text[0] != '\0');
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *why = dup_reason (question->reason);

  if (g_str_equal (response, "ignore") && why[0] != '\0' && question->from != NULL)
    bright_desk_work_ignore (question->from, question->service, question->pulse,
                             (const char *const *)question->subjects, why);
}

static GtkWidget *
make_entry (AdwMessageDialog *dialog)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *reason = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _ ("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), reason);
  adw_message_dialog_set_extra_child (dialog, list);
  g_signal_connect_object (reason, "changed", G_CALLBACK (on_reason_changed), dialog, 0);
  return reason;
}

static AdwMessageDialog *
make_dialog (GtkWidget *from, guint n_orders, const char *first)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  g_autofree char *heading
      = n_orders == 1 ? g_strdup_printf (_ ("Ignore %s?"), first)
                      : g_strdup_printf (
                          ngettext ("Ignore %u Order?", "Ignore %u Orders?", n_orders), n_orders);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      parent, heading,
      ngettext ("Nothing is written for it on either platform, until its lines, amounts or "
                "addresses change in the store. The reason is kept with it.",
                "Nothing is written for them on either platform, until their lines, amounts or "
                "addresses change in the store. The reason is kept with them.",
                n_orders)));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "ignore", _ ("_Ignore"), NULL);
  adw_message_dialog_set_default_response (dialog, "ignore");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "ignore", FALSE);
  return dialog;
}

void
bright_ignore_dialog_present (GtkWidget *from,
                              BrightSyncService *service,
                              BrightPulse *pulse,
                              const char *const *subjects)
{
  Question *question;
  AdwMessageDialog *dialog;
  GtkWidget *reason;

  g_return_if_fail (GTK_IS_WIDGET (from) && subjects != NULL && subjects[0] != NULL);

  dialog = make_dialog (from, g_strv_length ((GStrv)subjects), subjects[0]);
  reason = make_entry (dialog);
  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->from, from);
  question->service = g_object_ref (service);
  question->pulse = g_object_ref (pulse);
  question->subjects = g_strdupv ((GStrv)subjects);
  question->reason = GTK_EDITABLE (reason);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (reason);
}
