/* The menu of the icon in the tray.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An object of the interface com.canonical.dbusmenu, which every tray reads.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TRAY_MENU_PATH "/com/example/BrightConnect/TrayMenu"

#define BRIGHT_TYPE_TRAY_MENU (bright_tray_menu_get_type ())
G_DECLARE_FINAL_TYPE (BrightTrayMenu, bright_tray_menu, BRIGHT, TRAY_MENU, GObject)

/* Called with the name of the action that a person chose. */
typedef void (*BrightTrayMenuAct) (const char *action, gpointer user_data);

/* Returns: (transfer full): a menu; @user_data must outlive it */
BrightTrayMenu *bright_tray_menu_new (BrightTrayMenuAct act, gpointer user_data);

/* Puts the menu on the bus, or takes it away; FALSE with @error if the bus does not let us. */
gboolean
bright_tray_menu_export (BrightTrayMenu *self, GDBusConnection *connection, GError **error);
void bright_tray_menu_unexport (BrightTrayMenu *self);

/* Says how it stands in the first entry, and fits the others to it. */
void bright_tray_menu_show (BrightTrayMenu *self,
                            const char *line,
                            gboolean is_working,
                            gboolean is_paused);

G_END_DECLS
