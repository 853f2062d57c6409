/* Toasts from anywhere inside a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-toast.h"

#include "bright-error.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The toast on an overlay that can still be undone. */
#define LAST_KEY "bright-last-toast"

/* What a toast undoes. */
typedef struct
{
  GSourceOnceFunc undo;
  gpointer user_data;
  GDestroyNotify destroy;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  if (undo->destroy != NULL)
    undo->destroy (undo->user_data);
  g_free (undo);
}

static void
clicked_cb (AdwToast *toast, gpointer user_data)
{
  Undo *undo = user_data;

  undo->undo (undo->user_data);
}

/* Takes @toast. */
static void
show (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/* A toast reads its title as markup. */
static AdwToast *
make (const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return adw_toast_new (escaped);
}

static void
forget_cb (AdwToast *toast, gpointer overlay)
{
  if (g_object_get_data (overlay, LAST_KEY) == toast)
    g_object_set_data (overlay, LAST_KEY, NULL);
}

/* What can be undone is the last thing: the toast of the one before would only hold this one up. */
static void
replace_last (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *last = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), LAST_KEY) : NULL;

  if (last != NULL)
    adw_toast_dismiss (last);
  if (overlay == NULL)
    return;
  g_object_set_data (G_OBJECT (overlay), LAST_KEY, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_cb), overlay, 0);
}

void
bright_toast_show (GtkWidget *from, const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (from) && title != NULL);

  show (from, make (title));
}

void
bright_toast_show_undo (GtkWidget *from,
                        const char *title,
                        GSourceOnceFunc undo,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  AdwToast *toast;
  Undo *data;

  g_return_if_fail (GTK_IS_WIDGET (from) && title != NULL && undo != NULL);

  data = g_new0 (Undo, 1);
  data->undo = undo;
  data->user_data = user_data;
  data->destroy = destroy;
  toast = make (title);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (clicked_cb), data, undo_free, 0);
  replace_last (from, toast);
  show (from, toast);
}

void
bright_toast_show_action (GtkWidget *from,
                          const char *title,
                          const char *button,
                          const char *action)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from) && title != NULL && button != NULL && action != NULL);

  toast = make (title);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  show (from, toast);
}

void
bright_toast_show_error (GtkWidget *from, const GError *error)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from) && error != NULL);

  if (bright_error_is_cancelled (error))
    return;
  if (error->domain != BRIGHT_ERROR)
    {
      bright_toast_show (from, error->message);
      return;
    }
  title = g_strdup_printf ("%s %s", bright_error_sentence (error->code), error->message);
  bright_toast_show (from, title);
}
