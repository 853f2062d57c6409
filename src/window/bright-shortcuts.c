/* The keyboard shortcuts of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-shortcuts.h"

const BrightShortcut bright_shortcuts[] = {
  { "win.sync-now", { "F5", NULL } },
  { "win.cancel-sync", { "<Control>period", NULL } },
  { "win.plan", { "<Control>p", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.show-page::home", { "<Alt>1", NULL } },
  { "win.show-page::plan", { "<Alt>2", NULL } },
  { "win.show-page::orders", { "<Alt>3", NULL } },
  { "win.show-page::settings", { "<Alt>4", "<Control>comma", NULL } },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "app.quit", { "<Control>q", NULL } },
  { NULL, { NULL } },
};

void
bright_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (const BrightShortcut *shortcut = bright_shortcuts; shortcut->action != NULL; shortcut++)
    gtk_application_set_accels_for_action (application, shortcut->action, shortcut->accelerators);
}
