/* One line about how the sync stands, for the tray and the desktop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function: no service, no clock.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest line that the Background portal takes, in characters. */
#define BRIGHT_STATUS_LINE_LENGTH 96

/**
 * BrightStatusLevel:
 * @BRIGHT_STATUS_PASSIVE: nothing is being kept in step
 * @BRIGHT_STATUS_ACTIVE: all goes its way
 * @BRIGHT_STATUS_NEEDS_ATTENTION: something needs a person
 */
typedef enum
{
  BRIGHT_STATUS_PASSIVE,
  BRIGHT_STATUS_ACTIVE,
  BRIGHT_STATUS_NEEDS_ATTENTION,
} BrightStatusLevel;

/**
 * BrightStatusFacts:
 * @state, @message, @done, @total, @last_success, @attention, @throttled_until, @paused_until: as
 *   the sync service's properties
 * @pace_reason: why it syncs less often than chosen; "" if it does not
 * @now: seconds since 1970
 *
 * What the line is made from.
 */
typedef struct
{
  const char *state;
  const char *message;
  guint done;
  guint total;
  gint64 last_success;
  guint attention;
  gint64 throttled_until;
  gint64 paused_until;
  const char *pace_reason;
  gint64 now;
} BrightStatusFacts;

/**
 * bright_status_line:
 * @facts: how it stands
 *
 * Returns: (transfer full): one line of at most %BRIGHT_STATUS_LINE_LENGTH characters, without a
 *   full stop
 */
char *bright_status_line (const BrightStatusFacts *facts);

/**
 * bright_status_level:
 * @facts: how it stands
 *
 * Returns: how much it matters
 */
BrightStatusLevel bright_status_level (const BrightStatusFacts *facts);

G_END_DECLS
