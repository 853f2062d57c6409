/* The commands that need no window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-command-line.h"
#include "bright-exit.h"

G_BEGIN_DECLS

/**
 * bright_commands_run_async:
 * @service: the opened service
 * @line: the command line
 * @cancellable: (nullable): to stop
 * @callback: called when the answer is there
 * @user_data: given to @callback
 *
 * Does what the command line asks for.
 */
void bright_commands_run_async (BrightSyncService *service,
                                const BrightCommandLine *line,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * bright_commands_run_finish:
 * @result: the result
 * @answer: (out) (transfer full): what goes to standard output
 * @status: (out): the exit status
 * @error: return location
 *
 * Returns: %FALSE if there is no answer
 */
gboolean bright_commands_run_finish (GAsyncResult *result,
                                     char **answer,
                                     BrightExit *status,
                                     GError **error);

G_END_DECLS
