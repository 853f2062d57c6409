/* Columns of text for a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrightTable:
 *
 * Rows of cells that are as wide as the widest cell of their column.
 */
typedef struct _BrightTable BrightTable;

/**
 * bright_table_new:
 * @alignment: one letter for each column: `l` for words, `r` for numbers
 *
 * Returns: (transfer full): a table without rows
 */
BrightTable *bright_table_new (const char *alignment);

/**
 * bright_table_add:
 * @self: a table
 * @first: the first cell
 * @...: the other cells, as many as there are columns
 */
void bright_table_add (BrightTable *self, const char *first, ...);

/**
 * bright_table_append:
 * @self: a table
 * @text: takes the rows, each indented and ended by a new line
 */
void bright_table_append (const BrightTable *self, GString *text);

void bright_table_free (BrightTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightTable, bright_table_free)

G_END_DECLS
