/* Brightpearl's resource searches, for any table of columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-brightpearl.h"

G_BEGIN_DECLS

/* What Brightpearl calls reportDataType; it decides how a filter is read. */
typedef enum
{
  PRACTICE_COLUMN_IDSET,         /* gint64 */
  PRACTICE_COLUMN_INTEGER,       /* gint64 */
  PRACTICE_COLUMN_STRING,        /* char *: must be equal */
  PRACTICE_COLUMN_STRING_SET,    /* char *: must be equal to one of several */
  PRACTICE_COLUMN_SEARCH_STRING, /* char *: must contain, in any letter case */
  PRACTICE_COLUMN_BOOLEAN,       /* gboolean */
  PRACTICE_COLUMN_PERIOD,        /* gint64 seconds, 0 for none */
} PracticeColumnType;

typedef struct
{
  gboolean is_null;
  gint64 number;     /* also of a BOOLEAN and a PERIOD */
  const char *text;  /* borrowed from the record, or from @scratch */
  char scratch[48];
} PracticeCell;

typedef struct _PracticeColumn PracticeColumn;

/* Reads a cell that no member holds as it is. Columns that hold several values are asked with
 * rising @alternative until the cell is left null. */
typedef void PracticeCellReader (PracticeAccount *account,
                                 gconstpointer record,
                                 const PracticeColumn *column,
                                 guint alternative,
                                 PracticeCell *cell);

struct _PracticeColumn
{
  const char *name;
  PracticeColumnType type;
  gsize offset;               /* of the member, if read is NULL */
  PracticeCellReader *read;   /* (nullable) */
  const char *reference;      /* (nullable): what the answer calls the names of the ids */
  const char *reference_list; /* (nullable): the fixed list that has the names */
  gboolean filter_only;
  gboolean zero_is_null;
  gboolean several;
};

typedef struct
{
  const PracticeColumn *columns;
  guint n_columns;
  gboolean headless; /* the records are JsonObjects, not PracticeRecords */
  guint natural;     /* the column in whose order the records lie, and are answered by default */
  gboolean (*includes) (gconstpointer record); /* (nullable): all, if NULL */
} PracticeSearch;

/* The members of a PracticeColumn that stands in a record's member, or that has a reader. */
#define PRACTICE_MEMBER(record_type, label, kind, field)                                           \
  .name = label, .type = PRACTICE_COLUMN_##kind, .offset = G_STRUCT_OFFSET (record_type, field)
#define PRACTICE_DERIVED(label, kind, reader)                                                      \
  .name = label, .type = PRACTICE_COLUMN_##kind, .read = reader

/* Answers a search, or with the segment meta-data behind it describes it. */
void practice_search (PracticeWorld *world,
                      const PracticeSearch *search,
                      GPtrArray *records,
                      const PracticeRequest *request,
                      PracticeAnswer *answer);

/* Readers that several searches use: of a JsonObject's member, of the date of change, and of what
 * the practice account never has. */
PracticeCellReader practice_read_json_cell, practice_read_updated_on, practice_read_nothing;

/* A parsed filter. */
typedef struct
{
  const PracticeColumn *column;
  GArray *ids;       /* (nullable) */
  GHashTable *texts; /* (nullable) */
  char *text;        /* (nullable) */
  gint64 low;
  gint64 high;
} PracticeFilter;

void practice_filter_clear (PracticeFilter *filter);
/* Reads @value as @column's type wants it; FALSE if it cannot be parsed. */
gboolean practice_filter_read (PracticeFilter *filter,
                               PracticeAccount *account,
                               const PracticeColumn *column,
                               const char *value);
gboolean practice_filter_matches (const PracticeFilter *filter,
                                  PracticeAccount *account,
                                  gconstpointer record);
/* Fills @cell from the record's member, or by the column's reader. */
void practice_cell_read (PracticeCell *cell,
                         PracticeAccount *account,
                         gconstpointer record,
                         const PracticeColumn *column,
                         guint alternative);
const char *practice_column_type_name (PracticeColumnType type);

G_END_DECLS
