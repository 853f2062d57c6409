/* The fields of one platform's account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed is tried a moment later, with nothing saved, and the field that
 * is wrong is marked. Connect puts the fields into the settings and the token
 * into the keyring; a token is never shown again.
 *
 * Property (read-only, with notification): `is-connected` (boolean): whether
 * the account is named and its token is there.
 */
#pragma once

#include "bright-sync-accounts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ACCOUNT_FORM (bright_account_form_get_type ())
G_DECLARE_FINAL_TYPE (BrightAccountForm, bright_account_form, BRIGHT, ACCOUNT_FORM, AdwBin)

/**
 * bright_account_form_new:
 * @service: an opened service
 * @platform: whose account
 *
 * Returns: (transfer floating): the fields, filled with what is known
 */
GtkWidget *bright_account_form_new (BrightSyncService *service, BrightPlatform platform);

/* Whether the account is named and its token is there. */
gboolean bright_account_form_is_connected (BrightAccountForm *self);

G_END_DECLS
