/* The rows of the page Settings, one class for each kind of control.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each shows its setting as it is, wherever it was changed, and changes it
 * when a person uses its control.
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_SWITCH_ROW (bright_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightSwitchRow, bright_switch_row, BRIGHT, SWITCH_ROW, AdwActionRow)

#define BRIGHT_TYPE_NUMBER_ROW (bright_number_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightNumberRow, bright_number_row, BRIGHT, NUMBER_ROW, AdwActionRow)

/* A text is taken with Enter or when the focus leaves it, not while it is typed. */
#define BRIGHT_TYPE_TEXT_ROW (bright_text_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightTextRow, bright_text_row, BRIGHT, TEXT_ROW, AdwActionRow)

/* A moment in the zone of this machine. */
#define BRIGHT_TYPE_TIME_ROW (bright_time_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightTimeRow, bright_time_row, BRIGHT, TIME_ROW, AdwActionRow)

#define BRIGHT_TYPE_CHOICE_ROW (bright_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightChoiceRow, bright_choice_row, BRIGHT, CHOICE_ROW, AdwActionRow)

/* All values with a sentence each. */
#define BRIGHT_TYPE_RADIO_ROW (bright_radio_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightRadioRow, bright_radio_row, BRIGHT, RADIO_ROW, AdwPreferencesRow)

#define BRIGHT_TYPE_REFERENCE_ROW (bright_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightReferenceRow, bright_reference_row, BRIGHT, REFERENCE_ROW, AdwActionRow)

/* A ticked list, each entry with its number of orders. */
#define BRIGHT_TYPE_LIST_ROW (bright_list_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightListRow, bright_list_row, BRIGHT, LIST_ROW, AdwExpanderRow)

/**
 * bright_setting_row_new:
 * @desk: the desk
 * @spec: a setting that is no map
 *
 * Returns: (transfer floating): a row for it, of the class above
 */
GtkWidget *bright_setting_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);

/* What each class has; used by bright_setting_row_new(). */
GtkWidget *bright_switch_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_number_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_text_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_time_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_choice_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_radio_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_reference_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);
GtkWidget *bright_list_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec);

G_END_DECLS
