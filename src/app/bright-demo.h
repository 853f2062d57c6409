/* The demo: a practice store and a profile that points at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-command-line.h"
#include "bright-profile.h"
#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightDemo:
 *
 * A running practice store with its profile. Both go when it is freed, and the
 * store also ends by itself when this program does, however it ends.
 */
typedef struct _BrightDemo BrightDemo;

/**
 * bright_demo_start_async:
 * @line: the command line, for the size and seed of the store
 * @grows: whether new orders arrive all the time, and the platforms' limits hold as in real life
 * @cancellable: (nullable): to give up
 * @callback: called when the store serves
 * @user_data: given to @callback
 *
 * Starts the practice store and makes the profile. Errors: %BRIGHT_ERROR_UNAVAILABLE,
 * %BRIGHT_ERROR_STORAGE.
 */
void bright_demo_start_async (const BrightCommandLine *line,
                              gboolean grows,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* Returns: (transfer full) (nullable): the running demo */
BrightDemo *bright_demo_start_finish (GAsyncResult *result, GError **error);

/**
 * bright_demo_get_profile:
 * @self: a demo
 *
 * Returns: (transfer none): its profile
 */
const BrightProfile *bright_demo_get_profile (const BrightDemo *self);

/**
 * bright_demo_hand_tokens:
 * @self: a demo
 * @service: the service that syncs its profile, opened
 *
 * Lets @service use the practice store's tokens, which are in no keyring.
 */
void bright_demo_hand_tokens (const BrightDemo *self, BrightSyncService *service);

void bright_demo_free (BrightDemo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightDemo, bright_demo_free)

/**
 * bright_demo_launch:
 * @error: return location
 *
 * Starts this program once more, with `--demo`. It goes on when this one ends.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_UNAVAILABLE if it cannot be started
 */
gboolean bright_demo_launch (GError **error);

G_END_DECLS
