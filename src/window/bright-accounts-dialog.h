/* The accounts of both platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ACCOUNTS_DIALOG (bright_accounts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BrightAccountsDialog,
                      bright_accounts_dialog,
                      BRIGHT,
                      ACCOUNTS_DIALOG,
                      AdwWindow)

/**
 * bright_accounts_dialog_new:
 * @parent: (nullable): the window that it is over
 * @service: an opened service
 *
 * Returns: (transfer none): a window, not presented yet. When accounts that were missing are
 *   connected, the service is started.
 */
GtkWindow *bright_accounts_dialog_new (GtkWindow *parent, BrightSyncService *service);

G_END_DECLS
