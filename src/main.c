/* brightconnect: keeps BigCommerce orders and Brightpearl in step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decides before GTK is touched whether there will be a window at all: the
 * commands work on machines without a display.
 */
#include "bright-application.h"
#include "bright-command-line.h"
#include "bright-console.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (BrightCommandLine) line = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BRIGHT_LOCALE_DIRECTORY);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  line = bright_command_line_parse (argv, &error);
  if (line == NULL)
    return bright_console_refuse (error, g_strv_contains ((const char *const *) argv, "--json"),
                                  FALSE);
  if (line->command == BRIGHT_COMMAND_VERSION)
    {
      printf ("brightconnect %s\n", BRIGHT_VERSION);
      return BRIGHT_EXIT_IN_STEP;
    }
  if (line->command != BRIGHT_COMMAND_WINDOW)
    return bright_console_run (line);
  return bright_application_run (line);
}
