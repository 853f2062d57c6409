/* The notes flow.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notes-flow.h"

static gboolean
is_enabled (const BrightSettingsSnapshot *settings)
{
  return settings->notes.enabled
         && (settings->notes.customer_field[0] != '\0' || settings->notes.staff_field[0] != '\0');
}

const BrightFlow bright_notes_flow = {
  .name = "notes",
  .is_enabled = is_enabled,
  .decide = bright_notes_decide,
  .kinds = bright_notes_kinds,
  .discover_async = bright_notes_discover_async,
  .discover_finish = bright_notes_discover_finish,
};
