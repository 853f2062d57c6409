/* The command line, read and judged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-export.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrightCommand:
 * @BRIGHT_COMMAND_WINDOW: open the window
 * @BRIGHT_COMMAND_SYNC_ONCE: sync until nothing is left to do
 * @BRIGHT_COMMAND_PLAN: show what a sync would write
 * @BRIGHT_COMMAND_EXPLAIN: tell why an order is where it is
 * @BRIGHT_COMMAND_PROOF: compare day by day
 * @BRIGHT_COMMAND_CHECK: check settings and tokens
 * @BRIGHT_COMMAND_IGNORE: leave an order alone
 * @BRIGHT_COMMAND_TRY_NOW: have an order tried at the next sync
 * @BRIGHT_COMMAND_EXPORT: write what the journal knows
 * @BRIGHT_COMMAND_VERSION: show the version
 *
 * What the program was asked to do. Only the window needs a display.
 */
typedef enum
{
  BRIGHT_COMMAND_WINDOW,
  BRIGHT_COMMAND_SYNC_ONCE,
  BRIGHT_COMMAND_PLAN,
  BRIGHT_COMMAND_EXPLAIN,
  BRIGHT_COMMAND_PROOF,
  BRIGHT_COMMAND_CHECK,
  BRIGHT_COMMAND_IGNORE,
  BRIGHT_COMMAND_TRY_NOW,
  BRIGHT_COMMAND_EXPORT,
  BRIGHT_COMMAND_VERSION,
} BrightCommand;

/**
 * BrightCommandLine:
 * @command: what to do
 * @order_id: the order to explain
 * @subject: (owned) (nullable): the order to ignore or to try, e.g. `order 1042`
 * @export: what to export
 * @why: (owned) (nullable): why it is ignored
 * @approvals: (owned) (nullable): what a person approved
 * @json: whether the answer is one JSON object
 * @demo: whether to work on the practice store
 * @background: whether to start without a window, if the merchant chose that
 * @service: whether to wait for what the session bus asks for
 * @demo_orders: how many orders the practice store has; 0 for its own choice
 * @demo_seed: which practice shop it is; 0 for its own choice
 *
 * A command line that makes sense.
 */
typedef struct
{
  BrightCommand command;
  gint64 order_id;
  char *subject;
  BrightExport export;
  char *why;
  char **approvals;
  gboolean json;
  gboolean demo;
  gboolean background;
  gboolean service;
  int demo_orders;
  int demo_seed;
} BrightCommandLine;

/**
 * bright_command_line_parse:
 * @arguments: the program's name and its arguments, %NULL-terminated
 * @error: return location
 *
 * Shows the help and ends the program if it is asked for.
 *
 * Returns: (transfer full) (nullable): what was asked for, or %NULL with
 *   %BRIGHT_ERROR_SETTINGS and one sentence about what is wrong
 */
BrightCommandLine *bright_command_line_parse (char **arguments, GError **error);

void bright_command_line_free (BrightCommandLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightCommandLine, bright_command_line_free)

G_END_DECLS
