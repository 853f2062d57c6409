/* The entries of the menu in the tray.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are always the same ones; only what they say changes, so that the
 * layout never does. What is made here has the types of com.canonical.dbusmenu.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BRIGHT_TRAY_ROOT,
  BRIGHT_TRAY_STATUS,
  BRIGHT_TRAY_SEPARATOR,
  BRIGHT_TRAY_OPEN,
  BRIGHT_TRAY_SYNC_NOW,
  BRIGHT_TRAY_PAUSE,
  BRIGHT_TRAY_LAST_SEPARATOR,
  BRIGHT_TRAY_QUIT,
  BRIGHT_TRAY_N_ENTRIES,
} BrightTrayEntry;

/**
 * BrightTrayState:
 * @line: (owned): one line about how it stands
 * @is_working: whether a sync is under way
 * @is_paused: whether syncing is paused
 *
 * What the entries are about.
 */
typedef struct
{
  char *line;
  gboolean is_working;
  gboolean is_paused;
} BrightTrayState;

gboolean bright_tray_is_entry (gint32 id);

/* The action of an entry, without `app.`; NULL for one that does nothing. */
const char *bright_tray_get_action (const BrightTrayState *state, BrightTrayEntry entry);

/* The properties of an entry that are @wanted, or all of them if that is empty; floating. */
GVariant *bright_tray_make_properties (const BrightTrayState *state,
                                       BrightTrayEntry entry,
                                       const char *const *wanted);

/* An entry with what is below it, unless @depth is 0; floating. */
GVariant *bright_tray_make_layout (const BrightTrayState *state,
                                   BrightTrayEntry entry,
                                   gint32 depth,
                                   const char *const *wanted);

/* The properties of some entries; what is no entry is left out; floating. */
GVariant *bright_tray_make_group (const BrightTrayState *state,
                                  const gint32 *ids,
                                  gsize n_ids,
                                  const char *const *wanted);

G_END_DECLS
