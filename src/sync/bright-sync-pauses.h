/* What is paused, and what that means for one sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure. A time is seconds since 1970: 0 for not paused, G_MAXINT64 for until
 * a person says otherwise.
 */
#pragma once

#include "bright-settings.h"

G_BEGIN_DECLS

/* The groups of settings that can be paused. */
typedef enum
{
  BRIGHT_PAUSABLE_ORDERS,
  BRIGHT_PAUSABLE_FULFILLMENT,
  BRIGHT_PAUSABLE_NOTES,
  BRIGHT_PAUSABLE_PAYMENTS,
  BRIGHT_PAUSABLE_INVENTORY,
} BrightPausable;

#define BRIGHT_N_PAUSABLE (BRIGHT_PAUSABLE_INVENTORY + 1)

/**
 * BrightPauses:
 * @all: until when the whole sync is paused
 * @groups: until when each group is
 */
typedef struct
{
  gint64 all;
  gint64 groups[BRIGHT_N_PAUSABLE];
} BrightPauses;

/* The names of the groups, terminated by NULL. */
const char *const *bright_pauses_get_names (void);

/* Which group has a name; -1 for none. */
int bright_pauses_find (const char *name);

/* Until when, if that is still to come; else 0. */
gint64 bright_pause_get_until (gint64 until, gint64 now);

/* When the first pause ends by itself, even if that is past; 0 if none does. */
gint64 bright_pauses_get_next_end (const BrightPauses *self);

/* Which groups a sync leaves out, as bits. */
guint bright_pauses_get_left_out (const BrightPauses *self, gint64 now);

/**
 * bright_pauses_apply:
 * @left_out: what bright_pauses_get_left_out() gave
 * @settings: the settings
 *
 * Stock is counted with what orders took, so that it is left out where they are.
 *
 * Returns: (transfer full): @settings, with the groups that are left out switched off
 */
BrightSettingsSnapshot *bright_pauses_apply (guint left_out, BrightSettingsSnapshot *settings);

/* Whether a group is switched on. */
gboolean bright_pausable_is_enabled (const BrightSettingsSnapshot *settings, BrightPausable group);

G_END_DECLS
