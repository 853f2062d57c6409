/* A command without a window, from opening the profile to the exit status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-command-line.h"
#include "bright-exit.h"

G_BEGIN_DECLS

/**
 * bright_console_run:
 * @line: the command line; its command is not the window
 *
 * Runs until the answer is there or a person stops it. The answer goes to
 * standard output, everything else to standard error. Needs no display.
 *
 * Returns: the exit status
 */
BrightExit bright_console_run (const BrightCommandLine *line);

/**
 * bright_console_refuse:
 * @error: why nothing can be done
 * @json: whether the answer is one JSON object
 * @as_check: whether it answers a check
 *
 * Tells @error.
 *
 * Returns: the exit status
 */
BrightExit bright_console_refuse (const GError *error, gboolean json, gboolean as_check);

G_END_DECLS
