/* The file that has the desktop start us at login, where no portal does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bright_autostart_set_async:
 * @is_wanted: whether the desktop is to start us
 *
 * Writes the file into `$XDG_CONFIG_HOME/autostart`, or removes it.
 */
void bright_autostart_set_async (gboolean is_wanted,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean bright_autostart_set_finish (GAsyncResult *result, GError **error);

/* Finds out whether the desktop will start us: the file is there and nobody switched it off. */
void bright_autostart_find_async (GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean bright_autostart_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
