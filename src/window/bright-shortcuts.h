/* The keyboard shortcuts of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BrightShortcut:
 * @action: what it does, as a detailed action name
 * @accelerators: (array zero-terminated=1): the keys, the one that is shown first
 *
 * One line of the table.
 */
typedef struct
{
  const char *action;
  const char *accelerators[3];
} BrightShortcut;

/** bright_shortcuts: all of them; the last has no action. */
extern const BrightShortcut bright_shortcuts[];

/**
 * bright_shortcuts_install:
 * @application: the application, which was started up
 */
void bright_shortcuts_install (GtkApplication *application);

G_END_DECLS
