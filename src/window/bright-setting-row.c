/* Which row a setting has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-setting-rows.h"

GtkWidget *
bright_setting_row_new (BrightSettingsDesk *desk, const BrightSettingSpec *spec)
{
  static GtkWidget *(*const make[]) (BrightSettingsDesk *, const BrightSettingSpec *) = {
    [BRIGHT_CONTROL_SWITCH] = bright_switch_row_new,
    [BRIGHT_CONTROL_NUMBER] = bright_number_row_new,
    [BRIGHT_CONTROL_TEXT] = bright_text_row_new,
    [BRIGHT_CONTROL_TIME] = bright_time_row_new,
    [BRIGHT_CONTROL_CHOICE] = bright_choice_row_new,
    [BRIGHT_CONTROL_RADIO] = bright_radio_row_new,
    [BRIGHT_CONTROL_REFERENCE] = bright_reference_row_new,
    [BRIGHT_CONTROL_LIST] = bright_list_row_new,
  };

  g_return_val_if_fail (BRIGHT_IS_SETTINGS_DESK (desk) && spec != NULL, NULL);
  g_return_val_if_fail (spec->control < G_N_ELEMENTS (make), NULL);

  return make[spec->control](desk, spec);
}
