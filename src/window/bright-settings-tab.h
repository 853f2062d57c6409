/* One tab of the page Settings, built from its table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-desk.h"
#include "bright-settings-needs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_SETTINGS_TAB (bright_settings_tab_get_type ())
G_DECLARE_FINAL_TYPE (BrightSettingsTab, bright_settings_tab, BRIGHT, SETTINGS_TAB, AdwBin)

/**
 * bright_settings_tab_new:
 * @spec: its table
 *
 * Returns: (transfer floating): a tab that has no rows yet
 */
BrightSettingsTab *bright_settings_tab_new (const BrightTabSpec *spec);

/* Its label in the notebook. */
GtkWidget *bright_settings_tab_get_label (BrightSettingsTab *self);

/* Makes the rows of the next group, unless all are there: so much as can be done between frames. */
void bright_settings_tab_fill_next (BrightSettingsTab *self, BrightSettingsDesk *desk);

/* Whether all rows were made. */
gboolean bright_settings_tab_is_filled (BrightSettingsTab *self);

/**
 * bright_settings_tab_fill:
 * @self: the tab
 * @desk: the desk
 *
 * Makes all rows that are not there yet.
 */
void bright_settings_tab_fill (BrightSettingsTab *self, BrightSettingsDesk *desk);

/**
 * bright_settings_tab_show_needs:
 * @self: the tab
 * @needs: (element-type BrightSettingsNeed): what all tabs need
 * @tab: the number of this one
 *
 * Says at the top and in the label what the tab still needs.
 */
void bright_settings_tab_show_needs (BrightSettingsTab *self, GArray *needs, guint tab);

/**
 * bright_settings_tab_focus:
 * @self: the tab, filled
 * @key: the dotted key of a setting
 *
 * Scrolls to a setting and focuses it.
 */
void bright_settings_tab_focus (BrightSettingsTab *self, const char *key);

G_END_DECLS
