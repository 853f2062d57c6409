/* The row that says when the choices were read, and reads them again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_CHOICES_ROW (bright_choices_row_get_type ())
G_DECLARE_FINAL_TYPE (BrightChoicesRow, bright_choices_row, BRIGHT, CHOICES_ROW, AdwActionRow)

/**
 * bright_choices_row_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *bright_choices_row_new (BrightSettingsDesk *desk);

G_END_DECLS
