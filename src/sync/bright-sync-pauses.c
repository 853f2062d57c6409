/* What is paused, and what that means for one sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-pauses.h"

static const char *const names[BRIGHT_N_PAUSABLE + 1] = {
  [BRIGHT_PAUSABLE_ORDERS] = "orders",       [BRIGHT_PAUSABLE_FULFILLMENT] = "fulfillment",
  [BRIGHT_PAUSABLE_NOTES] = "notes",         [BRIGHT_PAUSABLE_PAYMENTS] = "payments",
  [BRIGHT_PAUSABLE_INVENTORY] = "inventory",
};

const char *const *
bright_pauses_get_names (void)
{
  return names;
}

int
bright_pauses_find (const char *name)
{
  for (int i = 0; i < BRIGHT_N_PAUSABLE; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

gint64
bright_pause_get_until (gint64 until, gint64 now)
{
  return until > now ? until : 0;
}

static gint64
get_earlier (gint64 one, gint64 until)
{
  if (until <= 0 || until == G_MAXINT64)
    return one;
  return one == 0 ? until : MIN (one, until);
}

gint64
bright_pauses_get_next_end (const BrightPauses *self)
{
  gint64 end = get_earlier (0, self->all);

  for (guint i = 0; i < BRIGHT_N_PAUSABLE; i++)
    end = get_earlier (end, self->groups[i]);
  return end;
}

guint
bright_pauses_get_left_out (const BrightPauses *self, gint64 now)
{
  guint left_out = 0;

  for (guint i = 0; i < BRIGHT_N_PAUSABLE; i++)
    if (bright_pause_get_until (self->groups[i], now) != 0)
      left_out |= 1u << i;
  return left_out;
}

static gboolean *
get_switch (BrightSettingsSnapshot *settings, BrightPausable group)
{
  switch (group)
    {
    case BRIGHT_PAUSABLE_ORDERS:
      return &settings->orders.enabled;
    case BRIGHT_PAUSABLE_FULFILLMENT:
      return &settings->fulfillment.enabled;
    case BRIGHT_PAUSABLE_NOTES:
      return &settings->notes.enabled;
    case BRIGHT_PAUSABLE_PAYMENTS:
      return &settings->payments.enabled;
    case BRIGHT_PAUSABLE_INVENTORY:
      return &settings->inventory.enabled;
    default:
      g_return_val_if_reached (NULL);
    }
}

BrightSettingsSnapshot *
bright_pauses_apply (guint left_out, BrightSettingsSnapshot *settings)
{
  BrightSettingsSnapshot *copy;

  if (left_out == 0)
    return bright_settings_snapshot_ref (settings);
  if ((left_out & (1u << BRIGHT_PAUSABLE_ORDERS)) != 0)
    left_out |= 1u << BRIGHT_PAUSABLE_INVENTORY;
  copy = bright_settings_snapshot_copy (settings);
  for (guint i = 0; i < BRIGHT_N_PAUSABLE; i++)
    if ((left_out & (1u << i)) != 0)
      *get_switch (copy, i) = FALSE;
  return copy;
}

gboolean
bright_pausable_is_enabled (const BrightSettingsSnapshot *settings, BrightPausable group)
{
  return *get_switch ((BrightSettingsSnapshot *)settings, group);
}
