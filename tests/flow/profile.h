/* A profile that is synced against the practice store, as the app does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A temporary profile with the settings of the demo (automatic, status 11,
 * go-live 25 days ago), plus what a test wants otherwise. It has a clock of its
 * own, which moves about ten times as fast as the time of day while a test
 * waits. Every call runs the main loop until its answer is there.
 */
#pragma once

#include "bright-sync-service.h"
#include "practice.h"

G_BEGIN_DECLS

/**
 * Profile:
 * @practice: (unowned): the practice store that it is synced with
 * @clock: its clock
 * @service: its sync service, opened
 *
 * A profile.
 */
typedef struct
{
  Practice *practice;
  BrightClock *clock;
  BrightSyncService *service;
  /*< private >*/
  char *folder;
  JsonNode *settings;
} Profile;

/**
 * profile_new:
 * @practice: a practice store, which must outlive the profile
 * @settings: (nullable): JSON text with apostrophes for quotation marks; its groups' keys replace
 *   those of the base, e.g. `{'payments': {'enabled': true, 'default-method': 'STRIPE'}}`
 *
 * Returns: (transfer full): a profile that was opened
 */
Profile *profile_new (Practice *practice, const char *settings);

/**
 * profile_free:
 * @profile: (transfer full): a profile
 *
 * Closes it and removes its files.
 */
void profile_free (Profile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Profile, profile_free)

/**
 * profile_restart:
 * @profile: a profile
 * @settings: (nullable): what is to be otherwise from now on, as for profile_new()
 *
 * Closes the profile and opens it again, as a program that is started anew.
 */
void profile_restart (Profile *profile, const char *settings);

/**
 * profile_run:
 * @profile: a profile
 * @plan_only: as for bright_sync_service_run_async()
 * @approval: (nullable): what a person approves: `all`, a flow or a subject
 * @error: why it did not end well
 *
 * Returns: (transfer full) (nullable): what was done
 */
BrightSyncReport *
profile_run (Profile *profile, gboolean plan_only, const char *approval, GError **error);

/**
 * profile_sync:
 * @profile: a profile
 *
 * Returns: (transfer full): what one full sync did; the test fails if it does not end well
 */
BrightSyncReport *profile_sync (Profile *profile);

/**
 * profile_sync_and_forget:
 * @profile: a profile
 *
 * As profile_sync(), where nobody asks what it did.
 */
void profile_sync_and_forget (Profile *profile);

/**
 * profile_plan:
 * @profile: a profile
 *
 * Returns: (transfer full): what a sync would do; the test fails if anything was written
 */
BrightSyncReport *profile_plan (Profile *profile);

/**
 * profile_explain:
 * @profile: a profile
 * @order_id: the store's order
 *
 * Returns: (transfer full): where the order is, and why
 */
BrightExplanation *profile_explain (Profile *profile, gint64 order_id);

/**
 * profile_advance:
 * @profile: a profile
 * @seconds: how far the profile's clock and that of both platforms move
 */
void profile_advance (Profile *profile, gint64 seconds);

/**
 * profile_count_writes:
 * @profile: a profile
 *
 * Returns: how many writes took effect on both platforms since they were last reset
 */
gint64 profile_count_writes (Profile *profile);

/**
 * profile_assert_settled:
 * @profile: a profile
 *
 * Syncs twice more, an hour apart, and fails the test if that writes anything.
 */
void profile_assert_settled (Profile *profile);

/**
 * profile_find_attention:
 * @report: what a sync did
 * @subject: e.g. `order 1042`
 *
 * Returns: (transfer none): the attention code of a subject; "" if it needs none
 */
const char *profile_find_attention (const BrightSyncReport *report, const char *subject);

/**
 * profile_count_attention:
 * @report: what a sync did
 * @code: an attention code
 *
 * Returns: how many subjects need a person for it
 */
guint profile_count_attention (const BrightSyncReport *report, const char *code);

/**
 * profile_count_steps:
 * @report: what a sync would do
 * @flow: (nullable): a flow; %NULL for all
 *
 * Returns: how many steps of a flow there are
 */
guint profile_count_steps (const BrightSyncReport *report, const char *flow);

G_END_DECLS
