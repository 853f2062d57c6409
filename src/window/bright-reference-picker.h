/* A drop-down of what a platform has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows name and detail, with a search where there is much to choose from, and
 * what is chosen although the platform does not have it any more. Signals:
 * `picked`, when a person chose something.
 */
#pragma once

#include "bright-choices.h"
#include "bright-settings-specs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_REFERENCE_PICKER (bright_reference_picker_get_type ())
G_DECLARE_FINAL_TYPE (BrightReferencePicker,
                      bright_reference_picker,
                      BRIGHT,
                      REFERENCE_PICKER,
                      AdwBin)

/**
 * bright_reference_picker_new:
 * @list: a list of #BrightChoice, which may change
 * @spec: what is chosen from it; must outlive the picker
 * @is_narrow: it has to share its row with another
 *
 * Returns: (transfer floating): a drop-down
 */
BrightReferencePicker *
bright_reference_picker_new (GListModel *list, const BrightReferenceSpec *spec, gboolean is_narrow);

/**
 * bright_reference_picker_set_value:
 * @self: the drop-down
 * @value: (nullable): a number or code as text; %NULL for nothing at all
 */
void bright_reference_picker_set_value (BrightReferencePicker *self, const char *value);

/* What is chosen; %NULL for nothing at all. */
const char *bright_reference_picker_get_value (BrightReferencePicker *self);

/* Whether what is chosen does not exist any more. */
gboolean bright_reference_picker_is_gone (BrightReferencePicker *self);

/* The drop-down itself, for its accessible name. */
GtkWidget *bright_reference_picker_get_control (BrightReferencePicker *self);

/**
 * bright_choice_name:
 * @choice: a choice
 * @words: how it is shown
 *
 * Returns: (transfer full): what it is called where it is chosen
 */
char *bright_choice_name (BrightChoice *choice, BrightChoiceWords words);

/**
 * bright_choice_describe:
 * @choice: a choice
 * @words: how it is shown
 *
 * Returns: (transfer full): the same, with its detail and whether it is switched off
 */
char *bright_choice_describe (BrightChoice *choice, BrightChoiceWords words);

/**
 * bright_ellipsis_factory_new:
 *
 * Returns: (transfer full): shows strings in a drop-down's button, shortened where there is no room
 */
GtkListItemFactory *bright_ellipsis_factory_new (void);

G_END_DECLS
