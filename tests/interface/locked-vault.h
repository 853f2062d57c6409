/* A keyring that is locked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/* Gives a service a keyring that is locked and empty. It stays locked the first time that it is to
 * be unlocked, as if somebody had dismissed the question. */
void locked_vault_use (BrightSyncService *service);

G_END_DECLS
