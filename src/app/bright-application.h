/* The application with its window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One process at a time: a second launch raises the window of the first. Only
 * the demo is a world of its own and may run beside it.
 */
#pragma once

#include "bright-command-line.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_APPLICATION (bright_application_get_type ())
G_DECLARE_FINAL_TYPE (BrightApplication, bright_application, BRIGHT, APPLICATION, AdwApplication)

/**
 * bright_application_run:
 * @line: the command line, which asks for the window
 *
 * Returns: the exit status
 */
int bright_application_run (const BrightCommandLine *line);

G_END_DECLS
