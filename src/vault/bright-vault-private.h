/* What the places for tokens share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the vault.
 */
#pragma once

#include "bright-vault.h"

G_BEGIN_DECLS

/* Whether a text can be a token: it is going to be the value of a header. */
gboolean bright_vault_is_token (const char *text);
/* Returns a copy of a token through a task. */
void bright_vault_return_token (GTask *task, const char *token);
/* Returns through a task that there is no token. */
void bright_vault_return_missing (GTask *task, BrightPlatform platform, const char *account);

G_END_DECLS
