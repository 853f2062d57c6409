/* The fields of one platform's account: what their files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-account-form.h"

G_BEGIN_DECLS

struct _BrightAccountForm
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *account_row;
  GtkWidget *data_centre_row;
  GtkWidget *address_row;
  GtkWidget *app_row;
  GtkWidget *kind_row;
  GtkWidget *token_row;
  AdwActionRow *state_row;
  GtkWidget *verdict;
  GtkStack *verdict_symbols;
  GtkLabel *verdict_label;
  GtkWidget *unlock_button;
  GtkWidget *look_button;
  GtkWidget *forget_button;
  GtkWidget *replace_button;
  GtkButton *connect_button;

  BrightSyncService *service; /* (owned) (nullable): until it is disposed of */
  BrightPlatform platform;
  BrightSettingsGroup *draft; /* (owned): the connection as it is typed */
  GCancellable *cancellable;  /* (owned) (nullable): of the test under way */
  guint timer;                /* of the test that begins in a moment */
  BrightTokenState token_state;
  gboolean knows_token_state;
  gboolean is_filling;    /* the fields are being filled, not typed into */
  gboolean is_replacing;  /* a new token is typed in place of one that is there */
  gboolean is_busy;       /* the keyring is at work */
  gboolean is_valid;      /* every field can be a setting */
  gboolean is_good;       /* the platform lets in what is typed */
  gboolean was_connected; /* what was told of it */
};

/* Which symbol goes with a verdict. */
#define BRIGHT_VERDICT_NONE NULL
#define BRIGHT_VERDICT_TESTING "testing"
#define BRIGHT_VERDICT_GOOD "good"
#define BRIGHT_VERDICT_BAD "bad"

/* The key of the store hash or of the account code. */
const char *bright_account_form_get_account_key (BrightAccountForm *self);
/* The settings that belong to the platform, NULL-terminated. */
const char *const *bright_account_form_get_keys (BrightAccountForm *self);
/* Whether what is typed is another account than the one in the settings. */
gboolean bright_account_form_is_other_account (BrightAccountForm *self);
/* Whether anything typed is not in the settings. */
gboolean bright_account_form_is_changed (BrightAccountForm *self);
/* Whether a token has to be typed. */
gboolean bright_account_form_needs_token (BrightAccountForm *self);
/* The token that is typed (transfer full), to be freed with
 * bright_account_form_free_token(); NULL if none is needed. */
char *bright_account_form_dup_token (BrightAccountForm *self);
void bright_account_form_free_token (char *token);
/* Empties the entry. */
void bright_account_form_clear_token (BrightAccountForm *self);

/* Shows what can be done now. */
void bright_account_form_update (BrightAccountForm *self);
/* A copy of the connection, to be typed into (transfer full). */
BrightSettingsGroup *bright_account_form_copy_connection (BrightSettingsGroup *connection);
/* Puts what is typed into the draft; `is_valid` tells whether all of it can be a setting. */
void bright_account_form_take_fields (BrightAccountForm *self);
/* Whether an address of one's own is typed in place of a known data centre. */
gboolean bright_account_form_has_own_address (BrightAccountForm *self);
/* Fills the fields from the draft. */
void bright_account_form_fill (BrightAccountForm *self);
/* Lets the rows be described by the verdict. */
void bright_account_form_describe_rows (BrightAccountForm *self);
/* Marks a field as wrong: a key of the connection, `token`, or "" for none. */
void bright_account_form_show_verdict (BrightAccountForm *self,
                                       const char *symbol,
                                       const char *field,
                                       const char *text);

/* Tries what is typed, in a moment. */
void bright_account_form_test_later (BrightAccountForm *self);
void bright_account_form_stop_test (BrightAccountForm *self);

/* Finds out where the token is. */
void bright_account_form_find_token (BrightAccountForm *self);
void bright_account_form_connect_account (BrightAccountForm *self);
void bright_account_form_forget (BrightAccountForm *self);
void bright_account_form_unlock (BrightAccountForm *self);

G_END_DECLS
