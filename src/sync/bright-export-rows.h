/* Rows of an export as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"
#include "bright-sync-export.h"

G_BEGIN_DECLS

/**
 * BrightExportColumn:
 * @name: its heading, and its member in JSON; %NULL ends the columns
 * @kind: what it is
 * @offset: where it stands in the record
 */
typedef struct
{
  const char *name;
  enum
  {
    BRIGHT_COLUMN_TEXT,    /* char * */
    BRIGHT_COLUMN_INTEGER, /* gint64 */
    BRIGHT_COLUMN_BOOLEAN, /* gboolean */
    BRIGHT_COLUMN_MONEY,   /* BrightMoney */
    BRIGHT_COLUMN_TIME,    /* gint64, seconds since 1970; 0 for none */
  } kind;
  gsize offset;
} BrightExportColumn;

/* What stands before the first row, after the last one, and the row itself (@index counts from
 * 0). */
void bright_export_append_head (GString *text,
                                BrightExportFormat format,
                                const char *name,
                                const BrightExportColumn *columns);
void bright_export_append_row (GString *text,
                               BrightExportFormat format,
                               const BrightExportColumn *columns,
                               gconstpointer record,
                               guint index);
void bright_export_append_tail (GString *text, BrightExportFormat format);

G_END_DECLS
