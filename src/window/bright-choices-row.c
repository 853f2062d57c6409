/* The row that says when the choices were read, and reads them again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-choices-row.h"

#include "bright-toast.h"
#include "bright-words.h"

#include <glib/gi18n.h>

struct _BrightChoicesRow
{
  AdwActionRow parent_instance;

  BrightSettingsDesk *desk;  /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (BrightChoicesRow, bright_choices_row, ADW_TYPE_ACTION_ROW)

static void
bright_choices_row_dispose (GObject *object)
{
  BrightChoicesRow *self = BRIGHT_CHOICES_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (bright_choices_row_parent_class)->dispose (object);
}

static void
bright_choices_row_finalize (GObject *object)
{
  g_object_unref (BRIGHT_CHOICES_ROW (object)->cancellable);
  G_OBJECT_CLASS (bright_choices_row_parent_class)->finalize (object);
}

static void
bright_choices_row_class_init (BrightChoicesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_choices_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_choices_row_finalize;
}

static void
bright_choices_row_init (BrightChoicesRow *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
show_time (BrightChoicesRow *self)
{
  gint64 read_at;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;

  g_object_get (bright_settings_desk_get_choices (self->desk), "read-at", &read_at, NULL);
  time = bright_words_for_time (read_at);
  /* Translators: a moment */
  words = read_at > 0 ? g_strdup_printf (_ ("Read on %s, and once a day by itself."), time)
                      : g_strdup (_ ("Not read yet."));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightChoicesRow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean success
      = bright_sync_service_refresh_choices_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
  if (success)
    bright_toast_show (GTK_WIDGET (self), _ ("Choices read from both platforms."));
  else
    bright_toast_show_error (GTK_WIDGET (self), error);
}

static void
on_clicked (BrightChoicesRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  bright_sync_service_refresh_choices_async (bright_settings_desk_get_service (self->desk),
                                             self->cancellable, refreshed_cb, g_object_ref (self));
}

GtkWidget *
bright_choices_row_new (BrightSettingsDesk *desk)
{
  BrightChoicesRow *self = g_object_new (BRIGHT_TYPE_CHOICES_ROW, "title",
                                         _ ("Names and numbers of both platforms"), NULL);

  self->desk = g_object_ref (desk);
  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Read Again")));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bright_settings_desk_get_choices (desk), "notify::read-at",
                           G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  show_time (self);
  return GTK_WIDGET (self);
}
