/* The desktop's portal for applications in the background.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bright_portal_request_async:
 * @connection: the session bus
 * @autostart: whether the desktop is to start us at login
 * @cancellable: (nullable): to give up waiting for a person's answer
 *
 * Asks to go on without a window. Fails with %G_IO_ERROR_NOT_SUPPORTED where there is no such
 * portal, and with %G_IO_ERROR_PERMISSION_DENIED where the answer is no.
 */
void bright_portal_request_async (GDBusConnection *connection,
                                  gboolean autostart,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* @autostart: (out): whether the desktop will start us at login */
gboolean bright_portal_request_finish (GAsyncResult *result, gboolean *autostart, GError **error);

/* Tells the desktop in one line what we do; where it does not want to know, nothing happens. */
void bright_portal_set_status (GDBusConnection *connection, const char *line);

G_END_DECLS
