/* What becomes of the program when its window is closed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window that is closed is only hidden while the program goes on, so that it
 * comes back as it was left.
 */
#include "bright-life-private.h"
#include "bright-window.h"

#include <glib/gi18n.h>

static void
close_window (gpointer user_data)
{
  g_autoptr (BrightLife) self = user_data;
  GtkWindow *window = bright_life_find_window (self);

  if (window != NULL)
    gtk_window_close (window);
}

/* The dialog still needs its window when it answers. */
static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  BrightLife *self = user_data;

  self->question = NULL;
  if (g_str_equal (response, "cancel"))
    return;
  bright_background_set_enabled (self->background, g_str_equal (response, "keep"));
  g_idle_add_once (close_window, g_object_ref (self));
}

static void
ask (BrightLife *self, GtkWindow *window)
{
  AdwMessageDialog *dialog;

  if (self->question != NULL)
    {
      gtk_window_present (self->question);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (window, _ ("Keep syncing while the window is closed?"),
                              _ ("BrightConnect then also starts when you log in. You can change "
                                 "this in the preferences at any time.")));
  adw_message_dialog_add_responses (dialog, "quit", _ ("_Quit"), "keep", _ ("_Keep Syncing"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  self->question = GTK_WINDOW (dialog);
  gtk_window_present (self->question);
}

/* Where nothing is synced there is nothing to ask. */
static gboolean
close_request_cb (GtkWindow *window, gpointer user_data)
{
  BrightLife *self = user_data;

  if (self->service != NULL && bright_life_has_work (self)
      && !bright_background_is_chosen (self->background))
    {
      ask (self, window);
      return GDK_EVENT_STOP;
    }
  gtk_window_set_hide_on_close (window,
                                bright_life_has_work (self) && bright_life_keeps_running (self));
  return GDK_EVENT_PROPAGATE;
}

void
bright_life_watch_window (BrightLife *self, GtkWindow *window)
{
  if (!self->is_demo && BRIGHT_IS_WINDOW (window))
    g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, 0);
}
