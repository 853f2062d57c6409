/* The settings file: written after a change, read again when others change it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of a setting is written a moment later, so that a row of them makes
 * one file. What another program writes goes into the groups that the window
 * is bound to, save what was changed here and is not written yet. Text that is
 * no settings changes nothing and is never written over. Belongs to the main
 * thread; only the writing itself is done on another one.
 *
 * Property (read-only, with notification): `problem` (string): why the file
 * could not be written or read again, as one sentence; "" if it could.
 */
#pragma once

#include "bright-clock.h"
#include "bright-settings.h"

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTINGS_FILE (bright_settings_file_get_type ())
G_DECLARE_FINAL_TYPE (BrightSettingsFile, bright_settings_file, BRIGHT, SETTINGS_FILE, GObject)

/**
 * bright_settings_file_open:
 * @path: the settings file; if there is none, it appears with the first change
 * @clock: the clock for waiting
 * @warnings: (out) (element-type utf8): as for bright_settings_load()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file with its settings, or %NULL with an error as for
 *   bright_settings_load()
 */
BrightSettingsFile *bright_settings_file_open (const char *path,
                                               BrightClock *clock,
                                               GPtrArray **warnings,
                                               GError **error);

/* The settings (transfer none). */
BrightSettings *bright_settings_file_get_settings (BrightSettingsFile *self);

/* Whether the file was there when it was last looked at. */
gboolean bright_settings_file_exists (BrightSettingsFile *self);

/* The property `problem` (transfer none). */
const char *bright_settings_file_get_problem (BrightSettingsFile *self);

/* Writes what waits, before it returns. */
void bright_settings_file_flush (BrightSettingsFile *self);

/* Writes what waits and looks at nothing any more. */
void bright_settings_file_close (BrightSettingsFile *self);

G_END_DECLS
