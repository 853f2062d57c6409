/* How a drop-down shows what a platform has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-specs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bright_picker_factories_set:
 * @control: a drop-down of #BrightChoice
 * @words: how they are shown
 * @is_narrow: it has to share its row with another
 *
 * Shows names, shortened where there is no room, in the button; and names with details in the list.
 */
void
bright_picker_factories_set (GtkDropDown *control, BrightChoiceWords words, gboolean is_narrow);

G_END_DECLS
