/* The rows of what needs a person for one cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * bright_attention_row_is_order:
 * @subject: what needs a person
 *
 * Returns: whether it is an order, which can be opened and ignored
 */
gboolean bright_attention_row_is_order (const BrightSubject *subject);

/**
 * bright_attention_row_new:
 * @subject: what needs a person
 *
 * Returns: (transfer floating): a row for it, which opens it if it is an order
 */
GtkWidget *bright_attention_row_new (const BrightSubject *subject);

/**
 * bright_attention_row_new_for_all:
 * @code: the attention code
 * @n_orders: how many orders need a person for it
 *
 * Returns: (transfer floating): a row that opens the list of all of them
 */
GtkWidget *bright_attention_row_new_for_all (const char *code, guint n_orders);

G_END_DECLS
