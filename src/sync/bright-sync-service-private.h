/* What the files of the sync service share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-choices.h"
#include "bright-settings-file.h"
#include "bright-sync-accounts.h"
#include "bright-sync-gaps.h"
#include "bright-sync-pauses.h"
#include "bright-sync-service.h"
#include "bright-sync.h"
#include "bright-vault.h"

G_BEGIN_DECLS

struct _BrightSyncService
{
  GObject parent_instance;

  char *configuration_directory;
  char *data_directory;
  BrightClock *clock;
  BrightVault *vault;
  gboolean has_given_tokens; /* the vault holds what the practice store handed in */
  guint token_changes;       /* how often a token was stored or forgotten */
  BrightSettingsFile *file;  /* (nullable): before it was opened */
  BrightSettings *settings; /* (nullable): before it was opened */
  GPtrArray *warnings;
  BrightJournal *journal; /* (nullable) */
  gboolean is_untouched;  /* nothing was ever done with the profile: the journal has no file */
  BrightSync *sync;       /* (nullable) */
  gboolean knows_checkpoints;
  gint64 connected_for; /* digest of the connection settings that the clients were made for */

  /* The run that is under way. */
  gboolean is_running;
  GCancellable *run_cancellable; /* (nullable) */

  /* What is shown. */
  char *state;
  char *message;
  guint done;
  guint total;
  gint64 last_success;
  gint64 next_run;
  guint attention;
  gint64 throttled_until;
  GPtrArray *plan; /* of BrightStep */

  /* The clock's run. */
  gboolean is_started;
  gboolean is_due_soon;
  guint timer;
  gint64 scheduled_at; /* when the timer was set for a whole interval */
  guint pace;          /* how many intervals lie between two runs; 0 for one */
  char *pace_reason;   /* (nullable): none */
  BrightError failure;
  gint64 failing_since; /* 0 if the last run went well */
  GCancellable *choices_cancellable; /* (nullable): of reading choices by the clock */

  /* What the window asks for. */
  BrightChoices *choices;
  char *time_zone;       /* (nullable): the account's */
  gint64 reference_time; /* of Brightpearl's reference data in @choices */
  guint64 sent_before[BRIGHT_N_PLATFORMS]; /* requests of clients that are gone */
  BrightPauses pauses;
  guint pause_timer;
  gint64 group_success[BRIGHT_N_PAUSABLE];
  BrightSyncGaps *gaps;
};

/* Properties of which other files notify. */
void bright_sync_service_notify_paused (BrightSyncService *self);

void bright_sync_service_forget_pause_timer (BrightSyncService *self);

/* After pauses changed: runs by the clock or does not: bright-sync-clock.c */
void bright_sync_service_adjust_clock (BrightSyncService *self);

/* What a service that opens learns from the journal: bright-sync-health.c */
void bright_sync_service_take_checkpoints (BrightSyncService *self, GHashTable *checkpoints);

/* Shows what the journal keeps of choices: bright-sync-choices.c */
void bright_sync_service_load_choices_async (BrightSyncService *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean bright_sync_service_load_choices_finish (BrightSyncService *self,
                                                  GAsyncResult *result,
                                                  GError **error);
/* Loads them anew if the sync has read them. */
void bright_sync_service_update_choices (BrightSyncService *self);
void bright_sync_service_take_choices_time (BrightSyncService *self, GHashTable *checkpoints);
void bright_choices_set_read_at (BrightChoices *self, gint64 time);
gint64 bright_choices_get_read_at (BrightChoices *self);

/* Says where the service is; notifies what changed. */
void bright_sync_service_set_state (BrightSyncService *self,
                                    const char *state,
                                    const char *message);
void bright_sync_service_set_progress (BrightSyncService *self, guint done, guint total);
void bright_sync_service_set_last_success (BrightSyncService *self, gint64 time, guint attention);
void bright_sync_service_set_throttled_until (BrightSyncService *self, gint64 time);
void bright_sync_service_set_next_run (BrightSyncService *self, gint64 time);

/* Remembers that a run failed, or with NULL that one went well: bright-sync-clock.c */
void bright_sync_service_note_failure (BrightSyncService *self, const GError *error);
/* Keeps the steps that a run showed, which must not change any more. */
void bright_sync_service_set_plan (BrightSyncService *self, GPtrArray *steps);

/* The first key of the connection that is not filled in, with its group; NULL if all are. */
const char *bright_sync_service_find_missing (const BrightConnectionValues *values);

/* A platform's account, as the vault knows it. */
const char *bright_sync_service_get_account (const BrightConnectionValues *values,
                                             BrightPlatform platform);

/* Makes the clients from the settings and the vault, unless they are there:
 * bright-sync-connect.c */
void bright_sync_service_connect_async (BrightSyncService *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean bright_sync_service_connect_finish (BrightSyncService *self,
                                             GAsyncResult *result,
                                             GError **error);

/* One setting that names something the account does not have, or nothing at all:
 * bright-settings-references.c */
typedef struct
{
  const char *setting;
  char *message;
} BrightReferenceProblem;

/* Settings without which orders cannot be written (element-type BrightReferenceProblem). */
GPtrArray *bright_settings_find_unchosen (const BrightSettingsSnapshot *settings);

/* Settings whose choice does not exist in the account (element-type BrightReferenceProblem). */
GPtrArray *bright_settings_find_gone (const BrightSettingsSnapshot *settings,
                                      const BrightWorld *world);

/* Adds each of @gone to what needs a person (element-type BrightSubject): bright-sync-report.c */
void bright_settings_list_gone (GPtrArray *gone, GPtrArray *subjects);

/* Payment methods that get no receipts, as they have a bank account neither in @currency nor in
 * the account's currency (element-type BrightReferenceProblem). */
GPtrArray *bright_settings_find_unbanked (const BrightSettingsSnapshot *settings,
                                          const BrightWorld *world,
                                          const char *currency);

/* Settles what a crash left open: bright-sync-recover.c */
void bright_sync_recover_async (BrightSync *sync,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean bright_sync_recover_finish (GAsyncResult *result, GError **error);

G_END_DECLS
