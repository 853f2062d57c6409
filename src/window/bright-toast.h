/* Toasts from anywhere inside a window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bright_toast_show:
 * @from: a widget inside an AdwToastOverlay
 * @title: what was done, in plain text
 */
void bright_toast_show (GtkWidget *from, const char *title);

/**
 * bright_toast_show_undo:
 * @from: a widget inside an AdwToastOverlay
 * @title: what was done, in plain text
 * @undo: (scope notified): called if the person wants it undone
 * @user_data: given to @undo
 * @destroy: (nullable): frees @user_data
 */
void bright_toast_show_undo (GtkWidget *from,
                             const char *title,
                             GSourceOnceFunc undo,
                             gpointer user_data,
                             GDestroyNotify destroy);

/**
 * bright_toast_show_action:
 * @from: a widget inside an AdwToastOverlay
 * @title: what was done, in plain text
 * @button: what its button says
 * @action: the action of the button, e.g. `win.sync-now`
 */
void bright_toast_show_action (GtkWidget *from,
                               const char *title,
                               const char *button,
                               const char *action);

/**
 * bright_toast_show_error:
 * @from: a widget inside an AdwToastOverlay
 * @error: why it was not done; nothing is shown for a cancelled operation
 */
void bright_toast_show_error (GtkWidget *from, const GError *error);

G_END_DECLS
