/* The parts of an order's pane: rows for its sides, its timeline and the answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-insight.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BrightOrderSection:
 * @group: (unowned): where its rows are
 * @rows: (owned) (nullable): the widget that was added to it
 * @shown: (owned) (nullable): what it shows, as one text
 *
 * A part of the pane. It is made anew only if there is something else to show,
 * so that whoever reads is not disturbed.
 */
typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget *rows;
  char *shown;
} BrightOrderSection;

/* Frees what a section remembers; its widgets go with the group. */
void bright_order_section_clear (BrightOrderSection *section);

/* What the store and Brightpearl have (element-type BrightOrderSide). */
void bright_order_section_show_sides (BrightOrderSection *section, GPtrArray *sides);

/* What happened, oldest first (element-type BrightActivity). */
void bright_order_section_show_timeline (BrightOrderSection *section, GPtrArray *timeline);

/* What the platforms said (element-type BrightRawAnswer). */
void bright_order_section_show_answers (BrightOrderSection *section, GPtrArray *answers);

G_END_DECLS
