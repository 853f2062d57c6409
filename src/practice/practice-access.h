/* Who may ask the platforms for what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-counts.h"

G_BEGIN_DECLS

#define PRACTICE_STORE_HASH "k3x9demo1"
#define PRACTICE_BIGCOMMERCE_TOKEN "practice-bigcommerce-token"
#define PRACTICE_ACCOUNT "harbourlane"
#define PRACTICE_APP_REF "harbourlane_brightconnect"
#define PRACTICE_BRIGHTPEARL_TOKEN "practice-brightpearl-token"

typedef struct _PracticeAccess PracticeAccess;

PracticeAccess *practice_access_new (void);
void practice_access_free (PracticeAccess *access);
/* Lets a platform's token be valid or not. */
void practice_access_set_valid (PracticeAccess *access,
                                PracticePlatform platform,
                                gboolean is_valid);
/* The scopes that the BigCommerce token has; %NULL for all. */
void practice_access_set_scopes (PracticeAccess *access, JsonArray *scopes);
/* The services that the Brightpearl token's owner may use; %NULL for all. */
void practice_access_set_services (PracticeAccess *access, JsonArray *services);
/* Whether a request may pass; if not, @answer says why. @place is the store hash or the account,
 * @segments is the path behind it. */
gboolean practice_access_check (PracticeAccess *access,
                                PracticePlatform platform,
                                SoupMessageHeaders *headers,
                                const char *method,
                                const char *place,
                                char **segments,
                                PracticeAnswer *answer);

G_END_DECLS
