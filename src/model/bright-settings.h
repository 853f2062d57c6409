/* The settings: eight groups under one parent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parent owns one object per group, which the window binds to, reads and
 * writes the settings file, and makes snapshots for those who only read.
 * Belongs to the main thread; a snapshot may go anywhere.
 */
#pragma once

#include "bright-settings-group.h"

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTINGS (bright_settings_get_type ())
G_DECLARE_FINAL_TYPE (BrightSettings, bright_settings, BRIGHT, SETTINGS, GObject)

/**
 * BrightSettingsSnapshot:
 *
 * All settings at one moment. Never changes: pass it on as const.
 */
typedef struct
{
  BrightConnectionValues connection;
  BrightScheduleValues schedule;
  BrightOrdersValues orders;
  BrightItemsValues items;
  BrightFulfillmentValues fulfillment;
  BrightNotesValues notes;
  BrightPaymentsValues payments;
  BrightInventoryValues inventory;
} BrightSettingsSnapshot;

/**
 * BrightSettings::changed:
 * @self: the settings
 * @key: the dotted key of the setting that changed, e.g. `orders.warehouse-id`
 *
 * A setting changed. The key is the signal's detail as well.
 */

/**
 * bright_settings_new:
 *
 * Returns: (transfer full): settings with their defaults
 */
BrightSettings *bright_settings_new (void);

/**
 * bright_settings_load_text:
 * @text: the text of a settings file
 * @warnings: (out) (optional) (element-type utf8): one sentence for each key that is not
 *   known; such keys are kept and written back
 * @error: return location
 *
 * Missing keys take their defaults.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL with %BRIGHT_ERROR_SETTINGS,
 *   which names every wrong value, one per line
 */
BrightSettings *bright_settings_load_text (const char *text, GPtrArray **warnings, GError **error);

/**
 * bright_settings_load:
 * @path: the settings file; if there is none, all settings take their defaults
 * @warnings: (out) (optional) (element-type utf8): as for bright_settings_load_text()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL with %BRIGHT_ERROR_SETTINGS as
 *   above, or with %BRIGHT_ERROR_STORAGE if the file cannot be read
 */
BrightSettings *bright_settings_load (const char *path, GPtrArray **warnings, GError **error);

/**
 * bright_settings_save:
 * @self: the settings
 * @path: where to; its folder is made if need be
 * @error: return location
 *
 * Replaces the file as a whole, readable by its owner only: after a crash
 * there is the old file or the new one. If `schedule.go-live` was not chosen,
 * it becomes the moment at which @self was made.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_STORAGE if it cannot be written
 */
gboolean bright_settings_save (BrightSettings *self, const char *path, GError **error);

/**
 * bright_settings_choose_go_live:
 * @self: the settings
 *
 * Sets `schedule.go-live` to the moment at which @self was made, unless it was chosen: orders
 * that are older than the profile are nobody's to sync until somebody says so.
 */
void bright_settings_choose_go_live (BrightSettings *self);

/**
 * bright_settings_write_text:
 * @text: what bright_settings_dup_text() gave
 * @path: where to
 * @error: return location
 *
 * The part of bright_settings_save() that takes its time; may run in any thread.
 *
 * Returns: %FALSE with %BRIGHT_ERROR_STORAGE if it cannot be written
 */
gboolean bright_settings_write_text (const char *text, const char *path, GError **error);

/**
 * bright_settings_read_text:
 * @path: the settings file
 * @text: (out) (transfer full) (nullable): its text; %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE with %BRIGHT_ERROR_STORAGE or %BRIGHT_ERROR_SETTINGS if it cannot be read
 */
gboolean bright_settings_read_text (const char *path, char **text, GError **error);

/**
 * bright_settings_take_over:
 * @self: the settings
 * @other: settings that were read from elsewhere
 * @keep: (nullable) (element-type utf8): a set of dotted keys that stay as they are
 *
 * Gives the groups of @self the values of @other. All are in place before the first change is
 * notified. Keys that are not known become those of @other.
 */
void bright_settings_take_over (BrightSettings *self, BrightSettings *other, GHashTable *keep);

/**
 * bright_settings_dup_text:
 * @self: the settings
 *
 * Returns: (transfer full): the complete text of the settings file
 */
char *bright_settings_dup_text (BrightSettings *self);

/**
 * bright_settings_get_group:
 * @self: the settings
 * @name: the key of a group, e.g. `orders`
 *
 * The groups are read-only properties of the same names as well.
 *
 * Returns: (transfer none) (nullable): the group; %NULL if there is none of that name
 */
BrightSettingsGroup *bright_settings_get_group (BrightSettings *self, const char *name);

/**
 * bright_settings_snapshot:
 * @self: the settings
 *
 * Returns: (transfer full): what they are now; cheap as long as nothing changed
 */
BrightSettingsSnapshot *bright_settings_snapshot (BrightSettings *self);

/**
 * bright_settings_snapshot_copy:
 * @self: a snapshot
 *
 * Returns: (transfer full): a copy, which whoever made it may change before it is passed on
 */
BrightSettingsSnapshot *bright_settings_snapshot_copy (const BrightSettingsSnapshot *self);

/**
 * bright_settings_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self
 */
BrightSettingsSnapshot *bright_settings_snapshot_ref (BrightSettingsSnapshot *self);

/**
 * bright_settings_snapshot_unref:
 * @self: (transfer full): a snapshot
 */
void bright_settings_snapshot_unref (BrightSettingsSnapshot *self);

/**
 * bright_settings_snapshot_equal:
 * @self: a snapshot
 * @other: another snapshot
 *
 * Returns: %TRUE if all settings are equal
 */
gboolean bright_settings_snapshot_equal (const BrightSettingsSnapshot *self,
                                         const BrightSettingsSnapshot *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightSettingsSnapshot, bright_settings_snapshot_unref)

G_END_DECLS
