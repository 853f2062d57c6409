/* Where a profile lives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrightProfile:
 * @configuration_directory: (owned): holds `settings.json`
 * @data_directory: (owned): holds the journal
 * @temporary_directory: (owned) (nullable): holds both and goes with the profile
 *
 * The two folders of a profile.
 */
typedef struct
{
  char *configuration_directory;
  char *data_directory;
  char *temporary_directory;
} BrightProfile;

/**
 * bright_profile_new_for_user:
 *
 * Returns: (transfer full): the profile of whoever runs the program
 */
BrightProfile *bright_profile_new_for_user (void);

/**
 * bright_profile_new_temporary:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a profile that is removed when it is freed, or
 *   %NULL with %BRIGHT_ERROR_STORAGE
 */
BrightProfile *bright_profile_new_temporary (GError **error);

/**
 * bright_profile_free:
 * @self: (transfer full): a profile
 */
void bright_profile_free (BrightProfile *self);

/**
 * bright_profile_dup_settings_path:
 * @self: a profile
 *
 * Returns: (transfer full): the path of its settings file
 */
char *bright_profile_dup_settings_path (const BrightProfile *self);

/**
 * bright_profile_exists:
 * @self: a profile
 *
 * Returns: whether it has a settings file
 */
gboolean bright_profile_exists (const BrightProfile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightProfile, bright_profile_free)

G_END_DECLS
