/* Trying an account: what its two files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service-private.h"

G_BEGIN_DECLS

/* The fields that a person may have to look at. */
#define STORE_HASH "bigcommerce-store-hash"
#define STORE_URL "bigcommerce-url"
#define ACCOUNT "brightpearl-account"
#define ACCOUNT_URL "brightpearl-url"
#define APP_REFERENCE "brightpearl-app-ref"
#define TOKEN "token"

/* What a test is about: the data of its task. */
typedef struct
{
  BrightPlatform platform;
  BrightSettingsSnapshot *settings; /* (owned): which tabs are on */
  char *url;
  char *account; /* the store hash, or Brightpearl's account */
  char *app_reference;
  gboolean is_staff_token;
  guint requests_per_minute;
  char *token;                             /* (owned) (nullable): wiped */
  BrightpearlConfiguration *configuration; /* (owned) (nullable) */
  GString *missing;                        /* (owned): permissions that the token lacks */
  guint service;                           /* which of Brightpearl's services is asked next */
} BrightAccountTesting;

/* Ends a test with a refusal; takes @task and @message. */
void bright_account_test_refuse (GTask *task, const char *field, char *message);

/* Ends a test with what an error says about the fields; takes @task and @error. */
void bright_account_test_refuse_for_error (GTask *task, GError *error);

G_END_DECLS
